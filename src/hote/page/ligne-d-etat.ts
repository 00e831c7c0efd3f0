import { ICommandService } from "@univerjs/core";
import { SetSelectionsOperation } from "@univerjs/sheets";
import { ecrireZone } from "../adresse";
import type { Hote } from "../assembler";
import { texteAffiche } from "../cellules";
import { element } from "./elements";

/**
 * Dit, sous la grille, pourquoi la cellule sélectionnée est en erreur. C'est une région « status » :
 * un lecteur d'écran l'annonce, là où l'infobulle d'Excel ne serait que visible.
 */
export function installerLaLigneDEtat(hote: Hote): void {
  const ligneDEtat = element("etat", HTMLElement);
  const actualiser = () => (ligneDEtat.textContent = decrire(hote));
  hote.classeur.api.getFormula().calculationResultApplied(() => setTimeout(actualiser, 0));
  hote.classeur.injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (id === SetSelectionsOperation.id) actualiser();
  });
  actualiser();
}

function decrire({ classeur, fonctions }: Hote): string {
  const active = classeur.univer.getActiveCell();
  if (!active) return "";
  const feuille = classeur.univer.getActiveSheet();
  const [ligne, colonne] = [active.getRow(), active.getColumn()];
  const affiche = texteAffiche(classeur, feuille, ligne, colonne);
  const texte = fonctions.textes.texte({ feuille: feuille.getSheetId(), ligne, colonne });
  if (!texte || !affiche.startsWith("#")) return "";
  return `${ecrireZone({ ligne, colonne, hauteur: 1, largeur: 1 })} : ${affiche} ${texte}`;
}
