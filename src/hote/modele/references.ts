import type { FWorksheet } from "@univerjs/sheets/facade";
import { lireZone, separerFeuille, type Zone } from "../adresse";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { argumentInvalide } from "../fil/protocole";

interface Reference {
  feuille: FWorksheet;
  zone: Zone;
}

/** « A1 », « Feuil2!A1:B2 » ou un nom défini ; InvalidArgument sinon. */
export function lireAdresse(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  adresse: string
): Reference {
  const trouvee = chercher(classeur, feuille, adresse);
  if (!trouvee) throw argumentInvalide();
  return trouvee;
}

/** Plage désignée par un nom défini ; `null` si le nom vaut autre chose (une constante, une formule). */
export function plageDuNom(classeur: ClasseurOuvert, reference: string): Reference | null {
  const { feuille: nom, adresse } = separerFeuille(reference);
  const feuille = nom === undefined ? classeur.univer.getActiveSheet() : classeur.feuille(nom);
  const zone = lireZone(adresse);
  return feuille && zone ? { feuille, zone } : null;
}

function chercher(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  reference: string
): Reference | null {
  const { feuille: nom, adresse } = separerFeuille(reference);
  const cible = nom === undefined ? feuille : classeur.feuille(nom);
  const zone = lireZone(adresse);
  if (cible && zone) return { feuille: cible, zone };
  const defini = classeur.univer.getDefinedName(adresse);
  return defini && plageDuNom(classeur, defini.getFormulaOrRefString());
}
