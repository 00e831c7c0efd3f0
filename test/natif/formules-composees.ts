import { convertirFormule } from "../../src/natif";
import type { Saisie } from "../../src/regles";
import { adresseDe } from "../../src/tableau";
import { chargerSansExcel } from "../outils/fonctions";
import { issueDe, passer, type Epreuve } from "./epreuves";
import { GENRES, hasard } from "./jeux";

/** Appelle une fonction du complément sur des valeurs, comme Excel la calcule dans une formule. */
type Appeler = (nom: string, ...valeurs: unknown[]) => unknown;

interface FormuleComposee {
  genres: readonly (keyof typeof GENRES)[];
  /** La formule, « = » non compris, à partir de ses références. */
  ecrire: (...references: string[]) => string;
  /** Ce qu'elle vaut. */
  valoir: (appeler: Appeler, ...saisies: unknown[]) => unknown;
}

/** Une opération d'Excel sur deux nombres : le reste est une erreur. */
function calculer(operation: (a: number, b: number) => number, a: unknown, b: unknown): unknown {
  return typeof a === "number" && typeof b === "number" ? operation(a, b) : ERREUR_EXCEL;
}
const ERREUR_EXCEL = { type: "Error", basicValue: "#VALUE!" };

const estErreur = (valeur: unknown): boolean => typeof valeur === "object";

/** Une saisie, ou le résultat d'un appel intérieur. */
function transmettre(valeur: unknown): unknown {
  const saisie = valeur as Saisie;
  return saisie === null || (typeof saisie === "object" && "erreur" in saisie)
    ? passer(saisie)
    : valeur;
}

const FORMULES: readonly FormuleComposee[] = [
  {
    genres: ["deficit", "ecart"],
    ecrire: (d, e) => `_xldudf_CMS_PLAI_MIN(CMS.OBJECTIF(${d}, ${e}))`,
    valoir: (f, d, e) => f("PLAI.MIN", f("OBJECTIF", d, e)),
  },
  {
    genres: ["logementsSociaux", "residences"],
    ecrire: (ls, rp) =>
      `CMS.OBJECTIF(CMS.MANQUANTS(${ls},${rp},20%),CMS.ECART(20%,CMS.TAUX.LS(${ls},${rp})))`,
    valoir: (f, ls, rp) =>
      f("OBJECTIF", f("MANQUANTS", ls, rp, 0.2), f("ECART", 0.2, f("TAUX.LS", ls, rp))),
  },
  {
    genres: ["deficit", "ecart", "logementsSociaux", "residences"],
    ecrire: (d, e, ls, rp) => `CMS.PLS.MAX(CMS.OBJECTIF(${d},${e}),CMS.TAUX.LS(${ls},${rp}))`,
    valoir: (f, d, e, ls, rp) => f("PLS.MAX", f("OBJECTIF", d, e), f("TAUX.LS", ls, rp)),
  },
  {
    genres: ["deficit", "ecart", "realises"],
    ecrire: (d, e, r) => `IFERROR(CMS.ATTEINTE(CMS.OBJECTIF(${d},${e}),${r})*2,"refus")`,
    valoir: (f, d, e, r) => {
      const double = calculer((a, b) => a * b, f("ATTEINTE", f("OBJECTIF", d, e), r), 2);
      return estErreur(double) ? "refus" : double;
    },
  },
  {
    genres: ["deficit", "ecart", "population"],
    ecrire: (d, e, p) => `IF(ISTEXT(${p}),-1,1+cms.objectif (${d},${e}+0,"abaissant"))`,
    valoir: (f, d, e, p) => {
      if (typeof p === "string") return -1;
      const points = typeof e === "boolean" ? Number(e) : enNombre(e);
      return calculer((a, b) => a + b, f("OBJECTIF", d, points, "abaissant"), 1);
    },
  },
  {
    genres: ["deficit"],
    ecrire: (d) => `CMS.OBJECTIF(${d},5)`,
    valoir: (f, d) => f("OBJECTIF", d, 5),
  },
  {
    genres: ["ecart"],
    ecrire: (e) => `CMS.OBJECTIF(500,-(-${e}),"légal")`,
    valoir: (f, e) => f("OBJECTIF", 500, typeof e === "boolean" ? Number(e) : enNombre(e)),
  },
  {
    genres: ["deficit", "ecart", "population"],
    ecrire: (d, e, p) =>
      `[2]!_xldudf_cms_objectif(${d},${e},IF(ISTEXT(${p}),"Abaissant","mutualisant"))`,
    valoir: (f, d, e, p) =>
      f("OBJECTIF", d, e, typeof p === "string" ? "Abaissant" : "mutualisant"),
  },
  {
    genres: ["population", "part", "variation", "residences"],
    ecrire: (p, i, ls, rp) => `IF(CMS.DEROGATION(${p},${i}),0,2-CMS.PART.SOCIALE(${ls},${rp})%)`,
    valoir: (f, p, i, ls, rp) => {
      const derogation = f("DEROGATION", p, i);
      if (derogation === true) return 0;
      if (derogation !== false) return ERREUR_EXCEL;
      return calculer((a, b) => b - a / 100, f("PART.SOCIALE", ls, rp), 2);
    },
  },
  {
    genres: ["date", "ecart"],
    ecrire: (date, e) => `CMS.TAUX.RATTRAPAGE(${e},"abaissant",CMS.PERIODE(${date}))`,
    valoir: (f, date, e) => f("TAUX.RATTRAPAGE", e, "abaissant", f("PERIODE", date)),
  },
  {
    genres: ["objectif", "objectif", "realises"],
    ecrire: (a, b, r) => `-CMS.PLAI.MIN(${a})-CMS.PLAI.MIN(${b})/2^CMS.ATTEINTE(1000000,${r})%`,
    valoir: (f, a, b, r) => {
      const [m, n, part] = [f("PLAI.MIN", a), f("PLAI.MIN", b), f("ATTEINTE", 1_000_000, r)];
      const diviseur = calculer((x, y) => y ** (x / 100), part, 2);
      return calculer(
        (x, y) => -x - y,
        m,
        calculer((x, y) => x / y, n, diviseur)
      );
    },
  },
];

function enNombre(saisie: unknown): unknown {
  if (typeof saisie !== "string") return saisie;
  return saisie === "12" ? 12 : ERREUR_EXCEL;
}

/** Éprouve chaque formule composée sur `nombre` lignes. */
export async function eprouverFormules(nombre: number, graine: number): Promise<Epreuve[]> {
  const fonctions = await chargerSansExcel();
  const appeler: Appeler = (nom, ...valeurs) => {
    const fonction = fonctions[nom.replaceAll(".", "_")];
    if (!fonction) throw new Error(`Fonction absente : ${nom}`);
    const matrices = Array.from({ length: fonction.length }, (_, rang) =>
      rang < valeurs.length ? [[transmettre(valeurs[rang])]] : null
    );
    return (fonction(...matrices) as unknown[][])[0]?.[0];
  };
  return FORMULES.map(({ genres, ecrire, valoir }): Epreuve => {
    const tirer = hasard(graine);
    const lignes = Array.from({ length: nombre }, () =>
      genres.map((genre): Saisie => GENRES[genre](tirer))
    );
    return {
      nom: ecrire(...genres),
      lignes,
      attendus: lignes.map((ligne) => issueDe(valoir(appeler, ...ligne))),
      formule: (debut, fin = debut) => {
        const references = genres.map((_, colonne) => referenceDe(debut, fin, colonne));
        return convertie(ecrire(...references), fin > debut);
      },
    };
  });
}

function referenceDe(debut: number, fin: number, colonne: number): string {
  const coin = adresseDe(debut, colonne);
  return fin === debut ? coin : `${coin}:${adresseDe(fin, colonne)}`;
}

function convertie(texte: string, enPlages: boolean): string {
  const { formule, restants } = convertirFormule(`=${texte}`, enPlages);
  if (restants.length > 0) throw new Error(`${texte} : ${JSON.stringify(restants)}`);
  return formule;
}
