import { absolue } from "../../tableau";
import { ENTIER, TAUX } from "./formats";
import type { Graphique, Scalaire, Serie } from "../plan";
import { siConnus, siRempli, vide, type Case } from "./calculs";
import type { Courbes } from "./courbes";
import type { Depart } from "./depart";
import type { Grille } from "./grille";
import type { Rangee, Rangees } from "./rangees";
import type { Annuelle, Triennale } from "./saisies";
import { colonneDe } from "./trame";

export const HAUTEUR_D_UN_GRAPHIQUE = 9;
/** Les tendances se mesurent sur les trois dernières années (guide : « un focus possible sur les 3 dernières années »). */
export const TENDANCE = 3;
/** Base des deux courbes comparées. */
const BASE = 100;

/** Tout ce que les parties des repères partagent. */
export interface Reperes {
  rangees: Rangees;
  grille: Grille;
  courbes: Courbes;
  depart: Depart;
  /** La cellule du rang de la commune choisie. */
  choisie: string;
  /** La ligne des années, en haut de la feuille. */
  annees: string;
  graphiques: Graphique[];
}

/** Ce qui se relit de l'évolution du taux. */
export interface Evolution {
  rp: Rangee;
  ls: Rangee;
  cible: Rangee;
  manquants: Rangee;
  bornes: Bornes;
}

/** La case d'une donnée de la grille, vide si elle n'est pas remplie. */
export function lireCase(
  { grille, choisie }: Reperes,
  cle: Annuelle | Triennale,
  rang: number
): string {
  return siRempli(grille.lire(cle, rang, choisie));
}

/** Une case par année ; seule la dernière peut être connue d'abord. */
export function parAnnee(
  { rangees }: Reperes,
  formule: (rang: number) => string,
  derniere: Scalaire = ""
): Case[] {
  const { annees } = rangees.trame;
  return annees.map((_, rang) => ({
    formule: formule(rang),
    valeur: rang === annees.length - 1 ? derniere : "",
  }));
}

/** Une case par période. */
export function parPeriode({ rangees }: Reperes, formule: (rang: number) => string): Case[] {
  return rangees.trame.periodes.map((_, rang) => vide(formule(rang)));
}

/** Une courbe des inventaires. */
export function courbe({ courbes, rangees, annees }: Reperes, nom: string, rangee: Rangee): Serie {
  const premiereAnnee = rangees.trame.annees[0] ?? 0;
  const { plage, valeurs } = rangee;
  return courbes.tracer({ nom, plage, valeurs, annees, premiereAnnee });
}

/** L'axe des inventaires. */
export function axeDesAnnees({ rangees }: Reperes): Graphique["axes"]["horizontal"] {
  const { annees } = rangees.trame;
  return { titre: "", format: "0", minimum: annees[0], maximum: annees.at(-1) };
}

/** 1) Évolution du taux de logement social. */
export function evolutionDuTaux(reperes: Reperes): Evolution {
  const { rangees, depart, graphiques } = reperes;
  const { page } = rangees;
  rangees.titre("1) Évolution du taux de logement social");
  rangees.cadrer(5, "droite");
  const rp = rangees.annees(
    "Résidences principales",
    parAnnee(reperes, (rang) => lireCase(reperes, "rp", rang), depart.rp),
    ENTIER
  );
  const ls = rangees.annees(
    "Logements sociaux",
    parAnnee(reperes, (rang) => lireCase(reperes, "ls", rang), depart.ls),
    ENTIER
  );
  const taux = rangees.annees(
    "Taux de logements sociaux",
    parAnnee(
      reperes,
      (rang) => {
        const parc = [ls.cellule(rang), rp.cellule(rang)];
        const calcule = siConnus(parc, `CMS.TAUX.LS(${parc.join()})`);
        return `IF(COUNT(${parc.join()})=0,${lireCase(reperes, "taux", rang)},${calcule})`;
      },
      depart.taux
    ),
    TAUX,
    { gras: true }
  );
  const derniere = rangees.trame.annees.length - 1;
  const ligne = page.ligne;
  const cible = rangees.annees(
    "Taux cible",
    parAnnee(
      reperes,
      (rang) => {
        const suivante = rang === derniere ? '""' : `${colonneDe(rang + 1)}${ligne}`;
        return siRempli(reperes.grille.lire("cible", rang, reperes.choisie), suivante);
      },
      depart.cible
    ).map((c) => ({ ...c, valeur: depart.cible })),
    TAUX
  );
  const manquants = rangees.annees(
    "Logements sociaux manquants",
    parAnnee(
      reperes,
      (rang) => {
        const parc = [ls, rp, cible].map((rangee) => rangee.cellule(rang));
        const calcule = siConnus(parc, `CMS.MANQUANTS(${parc.join()})`);
        return siRempli(reperes.grille.lire("manquants", rang, reperes.choisie), calcule);
      },
      depart.manquants
    ),
    ENTIER
  );
  rangees.note(
    "Source : inventaires annuels SRU. Manquants : nombre notifié, sinon recalculé. Base 100 : le premier inventaire dont les deux nombres sont remplis."
  );

  const bornes = bornesDe(reperes, rp, ls);
  const [gauche, droite] = rangees.deuxGraphiques(HAUTEUR_D_UN_GRAPHIQUE);
  const horizontal = axeDesAnnees(reperes);
  graphiques.push(
    {
      genre: "courbes",
      titre: "Taux de logements sociaux et taux cible",
      plage: gauche,
      amorce: reperes.annees,
      series: [
        courbe(reperes, "Taux de logements sociaux", taux),
        courbe(reperes, "Taux cible", cible),
      ],
      axes: { horizontal, vertical: { titre: "", format: "0 %", minimum: 0 } },
    },
    {
      genre: "courbes",
      titre: `Logements sociaux et résidences principales, base ${BASE}`,
      plage: droite,
      amorce: reperes.annees,
      series: [
        enBase(reperes, "Logements sociaux", ls, bornes),
        enBase(reperes, "Résidences principales", rp, bornes),
      ],
      axes: { horizontal, vertical: { titre: "", format: "0" } },
    }
  );
  return { rp, ls, cible, manquants, bornes };
}

/** Les cellules du premier et du dernier inventaire où résidences et logements sociaux sont remplis. */
interface Bornes {
  premier: string;
  dernier: string;
  /** L'année du dernier inventaire, s'il est le seul connu d'abord. */
  valeur: Scalaire;
}

function bornesDe({ courbes, annees, rangees }: Reperes, rp: Rangee, ls: Rangee): Bornes {
  const complets = `ISNUMBER(${rp.plage})*ISNUMBER(${ls.plage})`;
  const connu = [rp, ls].every(({ valeurs }) => typeof valeurs.at(-1) === "number");
  const valeur = connu ? (rangees.trame.annees.at(-1) ?? "") : "";
  const siUn = (annee: string): string => `IF(SUMPRODUCT(${complets})=0,"",${annee})`;
  const premiere = `${MILLENAIRE}-SUMPRODUCT(MAX(${complets}*(${MILLENAIRE}-${annees})))`;
  const derniere = `SUMPRODUCT(MAX(${complets}*${annees}))`;
  const plage = courbes.aligner(
    "Premier et dernier inventaires remplis",
    [premiere, derniere].map((annee) => ({ formule: siUn(annee), valeur }))
  );
  const [premier = "", dernier = ""] = absolue(plage).split(":");
  return { premier, dernier, valeur };
}

/** Plus grand que toute année : le premier inventaire est celui qui en est le plus loin. */
const MILLENAIRE = 3000;

/** Une rangée rapportée à sa valeur du premier inventaire rempli : deux grandeurs s'y comparent sur un même axe. */
function enBase(
  { courbes, annees, rangees }: Reperes,
  nom: string,
  rangee: Rangee,
  { premier, valeur }: Bornes
): Serie {
  const base = `SUMIF(${annees},${premier},${absolue(rangee.plage)})`;
  const derniere = rangees.trame.annees.length - 1;
  const cases = rangees.trame.annees.map((_, rang): Case => {
    const ici = rangee.cellule(rang);
    const connue = rang === derniere && valeur !== "" && Number(rangee.valeurs[rang]) > 0;
    return {
      formule: `IF(COUNT(${premier},${ici})<2,"",IF(${base}=0,"",${BASE}*${ici}/${base}))`,
      valeur: connue ? BASE : "",
    };
  });
  const plage = courbes.aligner(`${nom}, base ${BASE}`, cases);
  const premiereAnnee = rangees.trame.annees[0] ?? 0;
  const valeurs = cases.map((c) => c.valeur);
  return courbes.tracer({ nom, plage, annees, premiereAnnee, valeurs });
}
