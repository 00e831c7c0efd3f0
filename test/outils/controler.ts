import { controlerLecture, type ContexteDeControle, type Controle } from "../../src/controle";
import { lireTableaux, type FeuilleLue } from "../../src/tableau";

/** Le contrôle du premier tableau retenu d'une feuille. */
export function controler(feuille: FeuilleLue, contexte: ContexteDeControle = {}): Controle {
  const { controles } = controlerLecture(lireTableaux(feuille), contexte);
  const retenu = controles.find((controle) => controle.retenu);
  if (!retenu) throw new Error(`Aucun tableau reconnu sur « ${feuille.nom} »`);
  return retenu;
}
