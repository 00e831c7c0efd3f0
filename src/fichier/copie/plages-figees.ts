import { adresseDe } from "../../tableau";
import { adresseDeFormule, type FormuleDeCellule } from "./formules-de-cellules";

/**
 * Les plages qu'une formule étalée remplissait, et qui n'ont plus que des valeurs. « C1# » n'y désigne plus rien, et serait une erreur :
 * il devient « $C$1:$C$9 ».
 */
export class PlagesFigees {
  private readonly plages = new Map<string, string>();
  /** Une formule cite-t-elle une plage étalée, figée ou non ? */
  citees = false;

  figer(feuille: string, formule: FormuleDeCellule): void {
    if (formule.f.attributs.t !== "array") return;
    const ancre = adresseDe(formule.ligne, formule.colonne);
    this.plages.set(cleDe(feuille, ancre), adresseDeFormule(formule).replace(REPERES, "$$$1$$$2"));
  }

  /** Note si la formule cite une plage étalée. */
  chercher(texte: string): void {
    this.citees ||= texte.search(ANCRE) >= 0;
  }

  /** La formule, où chaque plage figée se cite par ses cellules. `feuille` : celle de la formule. */
  citer(texte: string, feuille: string): string {
    return texte.replace(ANCRE, (appel, onglet: string | undefined, c: string, l: string) => {
      const nom = onglet?.replace(/^'|'$/g, "").replaceAll("''", "'") ?? feuille;
      const plage = this.plages.get(cleDe(nom, c + l));
      return plage === undefined ? appel : `${onglet === undefined ? "" : `${onglet}!`}${plage}`;
    });
  }
}

function cleDe(feuille: string, ancre: string): string {
  return `${feuille}!${ancre}`.toUpperCase();
}

const REPERES = /([A-Z]+)(\d+)/g;
const ANCRE = /_xlfn\.ANCHORARRAY\((?:('(?:[^']|'')+'|[^'!(),]+)!)?\$?([A-Z]{1,3})\$?(\d{1,7})\)/gi;
