import { ENTIER, MOT, TAUX, VARIATION } from "./formats";
import type { Contenu } from "../plan";
import { ecrireCase, siConnus, vide } from "./calculs";
import {
  HAUTEUR_D_UN_GRAPHIQUE,
  TENDANCE,
  axeDesAnnees,
  courbe,
  lireCase,
  parAnnee,
  parPeriode,
  type Evolution,
  type Reperes,
} from "./reperes";
import type { Rangee } from "./rangees";
import type { Triennale } from "./saisies";
import { typographier } from "../../redaction";

const RANGEES_DES_BILANS = 7;

/** 3) Dynamique de rattrapage : les bilans triennaux de la trame, et les courbes. */
export function bilansTriennaux(reperes: Reperes, { manquants }: Evolution): void {
  const { rangees, graphiques, courbes } = reperes;
  const { periodes } = rangees.trame;
  rangees.titre("3) Dynamique de rattrapage SRU");
  rangees.titresDesPeriodes("Bilans triennaux SRU", RANGEES_DES_BILANS);
  rangees.cadrer(RANGEES_DES_BILANS, "centre");
  const lire = (libelle: string, cle: Triennale, format: string): Rangee =>
    rangees.periodes(
      libelle,
      parPeriode(reperes, (rang) => lireCase(reperes, cle, rang)),
      format
    );
  const objectifs = lire("Objectifs", "objectif", ENTIER);
  const realises = lire("Réalisés", "realises", ENTIER);
  rangees.periodes(
    "Taux d'atteinte",
    parPeriode(reperes, (rang) => {
      const nombres = [objectifs, realises].map(({ cellule }) => cellule(rang));
      return siConnus(nombres, `IF(${nombres[0]}=0,"",CMS.ATTEINTE(${nombres.join()}))`);
    }),
    TAUX
  );
  for (const [libelle, cle] of [["% de PLAI", "plai"] as const, ["% de PLS", "pls"] as const]) {
    rangees.periodes(
      libelle,
      parPeriode(reperes, (rang) => {
        const part = reperes.grille.lire(cle, rang, reperes.choisie);
        const faits = realises.cellule(rang);
        return siConnus([part, faits], `IF(${faits}=0,"",${part}/${faits})`);
      }),
      TAUX
    );
  }
  lire("Taux de carence", "carence", TAUX);
  lire("Commune carencée", "carencee", MOT);
  rangees.note(
    "Sources : bilans triennaux SRU, arrêtés de carence. Les parts de PLAI et de PLS se rapportent aux logements réalisés."
  );

  const aligner = (nom: string, rangee: Rangee) => {
    const cases = periodes.map((_, rang) => vide(rangee.cellule(rang)));
    return { nom, abscisses, valeurs: courbes.aligner(nom, cases) };
  };
  const abscisses = nomsDesPeriodes(reperes);
  const [gauche, droite] = rangees.deuxGraphiques(HAUTEUR_D_UN_GRAPHIQUE);
  graphiques.push(
    {
      genre: "courbes",
      titre: "Logements sociaux manquants",
      plage: gauche,
      amorce: reperes.annees,
      series: [courbe(reperes, "Logements sociaux manquants", manquants)],
      axes: {
        horizontal: axeDesAnnees(reperes),
        vertical: { titre: "", format: "#,##0", minimum: 0 },
      },
    },
    {
      genre: "barres",
      titre: "Objectifs triennaux et logements réalisés",
      plage: droite,
      amorce: reperes.annees,
      series: [aligner("Objectifs", objectifs), aligner("Réalisés", realises)],
      axes: { horizontal: { titre: "" }, vertical: { titre: "", format: "#,##0", minimum: 0 } },
    }
  );
}

/** Les périodes, sous l'axe d'un graphique en barres. */
function nomsDesPeriodes({ courbes, rangees }: Reperes): string {
  return courbes.aligner("Périodes", rangees.trame.periodes);
}

interface OffreNouvelle {
  autorises: Rangee;
  finances: Rangee;
}

/** La part du logement social dans la croissance des résidences principales, et dans les logements autorisés. */
export function offreNouvelle(reperes: Reperes, evolution: Evolution): OffreNouvelle {
  const { rangees } = reperes;
  const { rp, ls, cible } = evolution;
  rangees.titre("Part du logement social dans l’offre nouvelle");
  const variation = (libelle: string, rangee: Rangee): Rangee =>
    rangees.annees(
      libelle,
      parAnnee(reperes, (rang) => {
        if (rang === 0) return '""';
        const [ici, avant] = [rangee.cellule(rang), rangee.cellule(rang - 1)];
        return `IF(COUNT(${ici},${avant})<2,"",${ici}-${avant})`;
      }),
      VARIATION
    );
  rangees.entete("Année", [...rangees.trame.annees]);
  rangees.cadrer(7, "droite");
  const deRp = variation("Résidences principales de plus", rp);
  const deLs = variation("Logements sociaux de plus", ls);
  const croissance = rangees.annees(
    "Part dans la croissance",
    parAnnee(reperes, (rang) => partSociale(deLs.cellule(rang), deRp.cellule(rang))),
    TAUX,
    { gras: true }
  );
  const lire = (libelle: string, cle: "autorises" | "finances"): Rangee =>
    rangees.annees(
      libelle,
      parAnnee(reperes, (rang) => lireCase(reperes, cle, rang)),
      ENTIER
    );
  const autorises = lire("Logements autorisés", "autorises");
  const finances = lire("Logements sociaux financés", "finances");
  const autorisation = rangees.annees(
    "Part dans les autorisés",
    parAnnee(reperes, (rang) => rapport(finances.cellule(rang), autorises.cellule(rang))),
    TAUX,
    { gras: true }
  );
  rangees.annees(
    "Sous le taux cible",
    parAnnee(reperes, (rang) => sousLaCible([croissance, autorisation], cible, rang)),
    MOT
  );
  rangees.note(
    "Sources : inventaires annuels SRU (croissance), Galion-Sisal (logements sociaux financés), Sitadel (logements autorisés). Une part inférieure au taux cible aggrave le déficit ; « oui » : l'une des deux au moins. Sans croissance des résidences principales, il n'y a pas de part.",
    2
  );
  return { autorises, finances };
}

/** Sans croissance, il n'y a pas de part. */
function partSociale(ls: string, rp: string): string {
  return siConnus([ls, rp], `IF(${rp}<=0,"",CMS.PART.SOCIALE(${ls},${rp}))`);
}

function rapport(partie: string, tout: string): string {
  return siConnus([partie, tout], `IF(${tout}=0,"",${partie}/${tout})`);
}

function sousLaCible(parts: readonly Rangee[], cible: Rangee, rang: number): string {
  const seuil = cible.cellule(rang);
  const cellules = parts.map(({ cellule }) => cellule(rang));
  const dessous = cellules.map((c) => `IF(ISNUMBER(${c}),${c}<${seuil},FALSE)`).join();
  return `IF(OR(COUNT(${cellules.join()})=0,NOT(ISNUMBER(${seuil}))),"",IF(OR(${dessous}),"oui","non"))`;
}

/** Sur les trois dernières années, puis sur toutes celles qui sont remplies. */
export function tendances(
  reperes: Reperes,
  { rp, ls, cible, bornes }: Evolution,
  { autorises, finances }: OffreNouvelle
): void {
  const { rangees, annees } = reperes;
  const { page, trame } = rangees;
  rangees.titre("Tendances et projection");
  const tiers = trame.annees.length / 3;
  const derniere = trame.annees.length - 1;
  const a = (rangee: Rangee, annee: string): string => `SUMIF(${annees},${annee},${rangee.plage})`;
  const fin = cible.cellule(derniere);
  const trois = (rangee: Rangee): string =>
    `${rangee.cellule(derniere - TENDANCE + 1)}:${rangee.cellule(derniere)}`;
  const complets = `ISNUMBER(${autorises.plage})*ISNUMBER(${finances.plage})`;
  const somme = (rangee: Rangee): string =>
    `SUMPRODUCT(ISNUMBER(${autorises.plage})*ISNUMBER(${finances.plage}),${rangee.plage})`;

  const debutLs = ls.cellule(derniere - TENDANCE);
  const debutRp = rp.cellule(derniere - TENDANCE);
  const finLs = ls.cellule(derniere);
  const finRp = rp.cellule(derniere);
  const quatre = [debutLs, finLs, debutRp, finRp];
  const lignes: readonly { libelle: Contenu; croissance: string; autorisation: string }[] = [
    {
      libelle: `Sur ${TENDANCE} ans`,
      croissance: siConnus(
        quatre,
        `IF(${finRp}<=${debutRp},"",CMS.PART.SOCIALE(${finLs}-${debutLs},${finRp}-${debutRp}))`
      ),
      autorisation: `IF(COUNT(${trois(autorises)},${trois(finances)})<${2 * TENDANCE},"",IF(SUM(${trois(autorises)})=0,"",SUM(${trois(finances)})/SUM(${trois(autorises)})))`,
    },
    {
      libelle: ecrireCase(rangees.forme, {
        formule: `IF(${bornes.premier}="","Sur toute la durée","Depuis "&${bornes.premier})`,
        valeur: bornes.valeur === "" ? "Sur toute la durée" : `Depuis ${String(bornes.valeur)}`,
      }),
      croissance: `IF(COUNT(${bornes.premier},${bornes.dernier})<2,"",IF(${a(rp, bornes.dernier)}<=${a(rp, bornes.premier)},"",(${a(ls, bornes.dernier)}-${a(ls, bornes.premier)})/(${a(rp, bornes.dernier)}-${a(rp, bornes.premier)})))`,
      autorisation: `IF(SUMPRODUCT(${complets})=0,"",IF(${somme(autorises)}=0,"",${somme(finances)}/${somme(autorises)}))`,
    },
  ];
  for (const rang of [0, 1, 2]) page.fusionnerColonnes(1 + rang * tiers, tiers, lignes.length + 1);
  const surTiers = (contenus: readonly Contenu[]) =>
    contenus.flatMap((c) => [c, ...Array.from({ length: tiers - 1 }, () => null)]);
  rangees.entete(
    "Tendance",
    surTiers(["Dans la croissance", "Dans les autorisés", "Au regard du taux cible"])
  );
  rangees.cadrer(lignes.length, "centre");
  for (const { libelle, croissance, autorisation } of lignes) {
    const [g, d] = [0, 1].map((rang) => page.plage(1 + rang * tiers, 1));
    const contenus = [croissance, autorisation, verdict(g ?? "", d ?? "", fin)].map((formule) =>
      ecrireCase(rangees.forme, vide(formule))
    );
    page.rangee([libelle, ...surTiers(contenus)], {
      format: `${TAUX};_m@_m`,
    });
  }
}

const AGGRAVE = typographier("Sous le taux cible : le déficit s'aggrave.");
const REJOINT = "Au moins le taux cible.";

/** Une part seule décide ; l'une des deux sous le taux cible suffit à le dire. */
function verdict(croissance: string, autorisation: string, cible: string): string {
  const dessous = [croissance, autorisation]
    .map((c) => `IF(ISNUMBER(${c}),${c}<${cible},FALSE)`)
    .join();
  return `IF(OR(COUNT(${croissance},${autorisation})=0,NOT(ISNUMBER(${cible}))),"",IF(OR(${dessous}),"${AGGRAVE}","${REJOINT}"))`;
}
