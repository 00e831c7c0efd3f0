import { enMillioniemes } from "../regles";
import { estVide, type Grille } from "./grille";
import { lireNombreDe } from "./valeurs";

/** Les nombres d'une ligne, colonne par colonne ; `null` si la cellule est vide, ou dit l'être (« - »), NaN si elle est illisible. */
export type Nombres = readonly (number | null)[];

export function nombresDe(grille: Grille, i: number, rangs: readonly number[]): Nombres {
  return rangs.map((j) => {
    const cellule = grille.cellule(i, j);
    if (estVide(cellule)) return null;
    const lue = lireNombreDe(cellule, "effectif");
    if (lue.etat === "vide") return null;
    return lue.etat === "nombre" ? lue.nombre : NaN;
  });
}

/** Les sommes courantes des colonnes qu'un total additionne. Une cellule illisible rend sa somme inconnue (NaN), qui n'égale rien. */
export class Sommes {
  private sommes: number[] = [];
  private communes = 0;

  ajouter(nombres: Nombres): void {
    nombres.forEach((nombre, k) => (this.sommes[k] = (this.sommes[k] ?? 0) + (nombre ?? 0)));
    this.communes += 1;
  }

  vider(): void {
    this.sommes = [];
    this.communes = 0;
  }

  /**
   * En combien de colonnes une ligne vaut-elle la somme d'au moins deux communes ? 0 s'il y en a moins que `colonnes`, ou si, en demandant plusieurs, une
   * autre en diffère : une commune peut égaler une somme par hasard, pas partout.
   */
  egales(nombres: Nombres, colonnes: number): number {
    if (this.communes < 2) return 0;
    let egales = 0;
    let autres = 0;
    nombres.forEach((nombre, k) => {
      const somme = this.sommes[k] ?? 0;
      if (nombre === null || Number.isNaN(nombre) || somme === 0 || Number.isNaN(somme)) return;
      if (enMillioniemes(nombre) === enMillioniemes(somme)) egales += 1;
      else autres += 1;
    });
    return egales >= colonnes && (colonnes === 1 || autres === 0) ? egales : 0;
  }
}
