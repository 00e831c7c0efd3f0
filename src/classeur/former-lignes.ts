import type { Forme, Style } from "../feuilles";
import { LIGNES_VIDES, lireRectangle, type Rectangle } from "./plages";
import { COTES_DE_CELLULE, HORIZONTAL, VERTICAL, bordureDe, type Cote } from "./vocabulaire";

/** Des lignes voisines de mêmes colonnes, de haut en bas : Excel les met en forme d'un seul appel. */
export interface Lignes {
  adresse: string;
  /** Une par ligne de la plage ; une ligne sautée reste telle quelle. */
  formes: Excel.SettableRowProperties[];
}

/** Rassemble les formes d'une ligne qui se suivent ; les autres restent seules. L'ordre est gardé. */
export function enLignes(formes: readonly Forme[]): (Forme | Lignes)[] {
  const groupes: (Forme | Suite)[] = [];
  for (const forme of formes) {
    const place = lireRectangle(forme.plage);
    // Le format de nombre ne se donne pas par ligne.
    if (!place || place.haut !== place.bas || forme.style.format !== undefined) {
      groupes.push(forme);
      continue;
    }
    const derniere = groupes.at(-1);
    if (derniere instanceof Suite && derniere.accepte(place)) derniere.ajouter(place, forme);
    else groupes.push(new Suite(place, forme));
  }
  return groupes;
}

class Suite implements Lignes {
  readonly formes: Excel.SettableRowProperties[];

  constructor(
    private readonly debut: Rectangle,
    premiere: Forme
  ) {
    this.formes = [{ format: formatDe(premiere) }];
  }

  get adresse(): string {
    const { gauche, haut, droite } = this.debut;
    return `${gauche}${haut}:${droite}${haut + this.formes.length - 1}`;
  }

  accepte(place: Rectangle): boolean {
    const memesColonnes = place.gauche === this.debut.gauche && place.droite === this.debut.droite;
    const sautees = this.sautees(place);
    return memesColonnes && sautees >= 0 && sautees <= LIGNES_VIDES;
  }

  ajouter(place: Rectangle, forme: Forme): void {
    const vides = Array.from({ length: this.sautees(place) }, () => ({}));
    this.formes.push(...vides, { format: formatDe(forme) });
  }

  private sautees({ haut }: Rectangle): number {
    return haut - this.debut.haut - this.formes.length;
  }
}

type Format = NonNullable<Excel.SettableRowProperties["format"]>;

function formatDe({ style, hauteur }: Forme): Format {
  const police = sansVides({
    bold: style.gras,
    italic: style.italique,
    size: style.taille,
    color: style.couleur,
  });
  return sansVides({
    font: Object.keys(police).length > 0 ? police : undefined,
    fill: style.fond === undefined ? undefined : { color: style.fond },
    horizontalAlignment: style.horizontal && HORIZONTAL[style.horizontal],
    verticalAlignment: style.vertical && VERTICAL[style.vertical],
    wrapText: style.renvoiALaLigne,
    borders: style.bordures && bordures(style.bordures),
    rowHeight: hauteur,
  });
}

function bordures(cotes: NonNullable<Style["bordures"]>): Excel.CellBorderCollection {
  const traits = Object.entries(cotes).map(([cote, trait]) => [
    COTES_DE_CELLULE[cote as Cote],
    bordureDe(trait),
  ]);
  return Object.fromEntries(traits) as Excel.CellBorderCollection;
}

/** Une propriété absente laisse la ligne telle quelle. */
function sansVides<T extends object>(proprietes: T): T {
  const remplies = Object.entries(proprietes).filter(([, valeur]) => valeur !== undefined);
  return Object.fromEntries(remplies) as T;
}
