import { estFormule, type PlanDeFeuille, type Scalaire } from "../../feuilles";
import { ecrireNombre, typographier } from "../../redaction";
import { rectangleDe } from "../../tableau";

/** Une cellule telle que la feuille la montrera, formules calculées. */
export interface CelluleVue {
  texte: string;
  nature: "titre" | "nombre" | "texte";
  /** Colonnes qu'elle prend. */
  etendue: number;
}

export interface Apercu {
  rangees: CelluleVue[][];
  /** Titres des colonnes qui ne tiennent pas dans le volet. */
  autresColonnes: string[];
  /** Lignes remplies qui ne sont pas montrées. */
  autresLignes: number;
}

/** Ce qui tient dans un volet de 320 points. */
const COLONNES = 4;
const LIGNES = 12;
const SIGNES = 160;

/** Le haut d'une feuille qui n'est pas encore écrite : ses premières lignes remplies, ses premières colonnes. */
export function apercevoir(plan: PlanDeFeuille): Apercu {
  const lignes = [...valeursDe(plan)].sort(([a], [b]) => a - b);
  const lire = lecteurDeFormes(plan);
  const montrees = lignes
    .slice(0, LIGNES)
    .map(([ligne, cellules]) =>
      [...cellules]
        .sort(([a], [b]) => a - b)
        .map(([colonne, valeur]) => ({ colonne, ...voir(valeur, lire(ligne, colonne)) }))
    );
  const employees = montrees
    .filter(({ length }) => length > 1)
    .flatMap((rangee) => rangee.map(({ colonne }) => colonne));
  const colonnes = [...new Set(employees)].sort((a, b) => a - b);
  const visibles = colonnes.slice(0, COLONNES);
  const titres = montrees.flat().filter(({ nature }) => nature === "titre");
  return {
    rangees: montrees.map((rangee) => {
      const [seule] = rangee;
      if (seule && rangee.length === 1)
        return [{ ...seule, etendue: Math.max(1, visibles.length) }];
      return visibles.map(
        (colonne) =>
          rangee.find((cellule) => cellule.colonne === colonne) ?? {
            texte: "",
            nature: "texte",
            etendue: 1,
          }
      );
    }),
    autresColonnes: colonnes.slice(COLONNES).flatMap((colonne) => {
      const titre = titres.find((cellule) => cellule.colonne === colonne);
      return titre ? [titre.texte] : [];
    }),
    autresLignes: Math.max(0, lignes.length - LIGNES),
  };
}

type Valeurs = Map<number, Map<number, Scalaire>>;

/** Les valeurs remplies, par ligne puis par colonne, comptées à partir de 0. */
function valeursDe({ blocs }: PlanDeFeuille): Valeurs {
  const lignes: Valeurs = new Map();
  const poser = (ligne: number, colonne: number, valeur: Scalaire): void => {
    if (valeur === null || valeur === "") return;
    const cellules = lignes.get(ligne) ?? new Map<number, Scalaire>();
    lignes.set(ligne, cellules.set(colonne, valeur));
  };
  for (const { ancre, contenus } of blocs) {
    const coin = rectangleDe(ancre);
    if (!coin) continue;
    contenus.forEach((rangee, i) =>
      rangee.forEach((contenu, j) => {
        const valeurs = estFormule(contenu) ? contenu.valeurs : [[contenu]];
        valeurs.forEach((serie, k) =>
          serie.forEach((valeur, l) => poser(coin.haut + i + k, coin.gauche + j + l, valeur))
        );
      })
    );
  }
  return lignes;
}

interface FormeLue {
  titre: boolean;
  format: string;
}

/** Ce que les styles disent d'une cellule ; le dernier l'emporte. */
function lecteurDeFormes({ styles }: PlanDeFeuille): (ligne: number, colonne: number) => FormeLue {
  const formes = styles.flatMap(({ plage, style }) => {
    const place = rectangleDe(plage);
    return place && (style.format !== undefined || style.gras) ? [{ place, style }] : [];
  });
  return (ligne, colonne) => {
    const siennes = formes
      .filter(
        ({ place: { haut, bas, gauche, droite } }) =>
          haut <= ligne && ligne <= bas && gauche <= colonne && colonne <= droite
      )
      .map(({ style }) => style);
    const formats = siennes.flatMap(({ format }) => format ?? []);
    return {
      titre: siennes.some(({ gras, fond }) => gras === true && fond !== undefined),
      format: formats.at(-1) ?? "",
    };
  };
}

function voir(valeur: Scalaire, { titre, format }: FormeLue): Omit<CelluleVue, "colonne"> {
  if (titre) return { texte: String(valeur), nature: "titre", etendue: 1 };
  if (typeof valeur === "number")
    return { texte: ecrireSelon(format, valeur), nature: "nombre", etendue: 1 };
  const texte = String(valeur);
  return {
    texte: texte.length > SIGNES ? `${texte.slice(0, SIGNES)}…` : texte,
    nature: "texte",
    etendue: 1,
  };
}

/** « 0.0 % » → « 33,1 % » ; une année, sans séparateur de milliers, reste « 2026 ». */
function ecrireSelon(format: string, valeur: number): string {
  const [entiers = ""] = format.split(";");
  if (/y/.test(entiers)) return ecrireJour(valeur, /d/.test(entiers));
  if (entiers.includes("%")) {
    const decimales = /\.(0+)/.exec(entiers)?.[1]?.length ?? 0;
    return typographier(`${ecrireNombre(arrondir(valeur * 100, decimales))} %`);
  }
  const arrondie = arrondir(valeur, 2);
  return entiers.includes(",") ? ecrireNombre(arrondie) : String(arrondie).replace(".", ",");
}

/** Excel compte les jours depuis le 30 décembre 1899. */
function ecrireJour(numero: number, entier: boolean): string {
  const jour = new Date(Date.UTC(1899, 11, 30 + Math.floor(numero)));
  const [annee = "", mois = "", quantieme = ""] = jour.toISOString().slice(0, 10).split("-");
  return [...(entier ? [quantieme] : []), mois, annee].join("/");
}

function arrondir(valeur: number, decimales: number): number {
  return Number(valeur.toFixed(decimales));
}
