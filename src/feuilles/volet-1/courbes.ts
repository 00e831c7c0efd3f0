import { typographier } from "../../redaction";
import { absolue, plageDe } from "../../tableau";
import type { Composition } from "../composer";
import type { FormeDesFormules } from "../formes";
import type { Scalaire, Serie } from "../plan";
import { ecrireCase, type Case } from "./calculs";

/** Une rangée de repères à tracer. */
export interface ATracer {
  nom: string;
  /** Sa plage, d'une ligne, celle de ses années, et ce qu'elles affichent d'abord. */
  plage: string;
  annees: string;
  valeurs: readonly Scalaire[];
  premiereAnnee: number;
}

/** Une ligne de nombres que lit un graphique. */
interface Ligne {
  libelle: string;
  cases: (Case | string)[];
}

/**
 * Ce que lisent les graphiques, hors de la page imprimée : les points des courbes, les barres des périodes, dont les repères prennent trois colonnes. Un tableur tracerait à zéro l'année sans nombre, dont le repère est un texte vide : son point est donc posé sur celui de
 * la prochaine année connue, ou de la dernière, où il ne se voit pas. Sans aucun nombre, il n'y a pas de courbe.
 */
export class Courbes {
  private readonly lignes: Ligne[] = [];

  /** `debut` : leur première ligne, à partir de 1. */
  constructor(private readonly debut: number) {}

  tracer({ nom, plage, annees, valeurs, premiereAnnee }: ATracer): Serie {
    const ligne = this.debut + this.lignes.length;
    const nombre = valeurs.length;
    const [abscisses, ordonnees] = [ligne, ligne + 1].map((l) => plageDe(l - 1, 1, 1, nombre));
    const [cellules, dates] = [plage, annees].map((p) => cellulesDe(p, nombre));
    const [sources, temps] = [absolue(plage), absolue(annees)];
    const connues = valeurs.flatMap((v, rang) => (typeof v === "number" ? [rang] : []));

    const x = valeurs.map((_, rang): Case => {
      const suivante =
        rang + 1 < nombre
          ? plageDe(ligne - 1, rang + 2, 1, 1)
          : `IF(COUNT(${sources})=0,"",SUMPRODUCT(MAX(ISNUMBER(${sources})*${temps})))`;
      const ou = connues.find((connue) => connue >= rang) ?? connues.at(-1);
      return {
        formule: `IF(ISNUMBER(${cellules?.[rang]}),${dates?.[rang]},${suivante})`,
        valeur: ou === undefined ? "" : premiereAnnee + ou,
      };
    });
    const y = x.map(({ valeur }, rang): Case => {
      const ici = plageDe(ligne - 1, rang + 1, 1, 1);
      return {
        formule: `IF(${ici}="","",SUMIF(${temps},${ici},${sources}))`,
        valeur: typeof valeur === "number" ? (valeurs[valeur - premiereAnnee] ?? "") : "",
      };
    });
    this.lignes.push({ libelle: `${nom} : années`, cases: x }, { libelle: nom, cases: y });
    return { nom, abscisses: abscisses ?? "", valeurs: ordonnees ?? "" };
  }

  get nombre(): number {
    return this.lignes.length;
  }

  /** Des cases, ou des textes, l'une à côté de l'autre. @returns Leur plage. */
  aligner(libelle: string, cases: readonly (Case | string)[]): string {
    const ligne = this.debut + this.lignes.length;
    this.lignes.push({ libelle, cases: [...cases] });
    return plageDe(ligne - 1, 1, 1, cases.length);
  }

  /** La page doit en être à la première ligne. */
  ecrire(page: Composition, forme: FormeDesFormules): void {
    for (const { libelle, cases } of this.lignes) {
      const contenus = [
        [
          typographier(libelle),
          ...cases.map((c) => (typeof c === "string" ? c : ecrireCase(forme, c))),
        ],
      ];
      page.blocs.push({ ancre: page.cellule(0), contenus });
      page.sauter();
    }
  }
}

/** Les cellules d'une plage d'une ligne, de gauche à droite ; la première est en colonne B. */
function cellulesDe(plage: string, nombre: number): string[] {
  const ligne = Number(/\d+/.exec(plage)?.[0]);
  return Array.from({ length: nombre }, (_, rang) => plageDe(ligne - 1, rang + 1, 1, 1));
}
