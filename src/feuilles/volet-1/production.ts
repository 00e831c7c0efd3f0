import { ENTIER, TAUX } from "./formats";
import { siConnus, vide } from "./calculs";
import {
  HAUTEUR_D_UN_GRAPHIQUE,
  TENDANCE,
  lireCase,
  parAnnee,
  parPeriode,
  type Evolution,
  type Reperes,
} from "./reperes";
import type { Triennale } from "./saisies";

const MODES: readonly { libelle: string; cle: Triennale; court: string }[] = [
  { libelle: "En VEFA", cle: "vefa", court: "VEFA" },
  { libelle: "En maîtrise d’ouvrage directe", cle: "directe", court: "Maîtrise d’ouvrage directe" },
  { libelle: "En acquisition-amélioration", cle: "acquisition", court: "Acquisition-amélioration" },
];

/** La projection, puis 4) les modes de production, leurs graphiques côte à côte. */
export function projectionEtModes(reperes: Reperes, evolution: Evolution): void {
  const { rangees, graphiques } = reperes;
  const projetee = projection(reperes, evolution);
  const empilees = modes(reperes);
  const [gauche, droite] = rangees.deuxGraphiques(HAUTEUR_D_UN_GRAPHIQUE);
  graphiques.push(
    {
      genre: "courbes",
      titre: "Projection du taux de logements sociaux",
      plage: gauche,
      amorce: projetee.annees,
      series: projetee.series,
      axes: {
        horizontal: {
          titre: "",
          format: "0",
          minimum: projetee.premiere,
          maximum: projetee.derniere,
        },
        vertical: { titre: "", format: "0 %", minimum: 0 },
      },
    },
    {
      genre: "barres empilées",
      titre: "Modes de production des logements locatifs sociaux",
      plage: droite,
      amorce: reperes.annees,
      series: empilees,
      axes: { horizontal: { titre: "" }, vertical: { titre: "", format: "#,##0", minimum: 0 } },
    }
  );
}

/**
 * Le taux des prochains inventaires si chacune des trois dernières années se répète : la règle de `quelleProjection`, que toute forme écrit en formule
 * ordinaire, car CMS.PROJECTION rend une colonne. Sans croissance d'au moins une résidence par an, ou si la part sort de 0 à 100 %, il n'y en a pas.
 */
function projection(reperes: Reperes, { rp, ls, cible }: Evolution) {
  const { rangees, courbes } = reperes;
  const { annees } = rangees.trame;
  const fin = annees.length - 1;
  const premiere = (annees.at(-1) ?? 0) + 1;
  const ligne = rangees.page.ligne;
  rangees.entete(
    "Projection au 1er janvier",
    annees.map((_, rang) => premiere + rang)
  );
  rangees.cadrer(2, "droite");
  const [finLs, debutLs] = [ls.cellule(fin), ls.cellule(fin - TENDANCE)];
  const [finRp, debutRp] = [rp.cellule(fin), rp.cellule(fin - TENDANCE)];
  const [deLs, deRp] = [`(${finLs}-${debutLs})`, `(${finRp}-${debutRp})`];
  const taux = rangees.annees(
    "Taux projeté",
    parAnnee(reperes, (rang) => {
      const annee = rang + 1;
      const calcul = `(${finLs}+${annee}*${deLs}/${TENDANCE})/(${finRp}+${annee}*${deRp}/${TENDANCE})`;
      const possible = `AND(${deRp}>=${TENDANCE},${deLs}>=0,${deLs}<=${deRp},${finLs}<=${finRp})`;
      return siConnus([finLs, debutLs, finRp, debutRp], `IF(${possible},${calcul},"")`);
    }),
    TAUX,
    { gras: true }
  );
  const vise = rangees.annees(
    "Taux cible",
    parAnnee(reperes, () => `$${cible.cellule(fin)}`).map((c) => ({
      ...c,
      valeur: cible.valeurs[fin] ?? "",
    })),
    TAUX
  );
  rangees.note(
    "À titre indicatif : résidences principales et logements sociaux augmentent chaque année comme en moyenne sur les trois dernières. Une baisse ne se projette pas."
  );
  const dates = `$B$${ligne}:$${rp.cellule(fin).replace(/\d+/, "")}$${ligne}`;
  const tracer = (nom: string, { plage, valeurs }: typeof taux) =>
    courbes.tracer({ nom, plage, valeurs, annees: dates, premiereAnnee: premiere });
  return {
    annees: dates.replaceAll("$", ""),
    premiere,
    derniere: premiere + annees.length - 1,
    series: [tracer("Taux projeté", taux), tracer("Taux cible visé", vise)],
  };
}

/** 4) Les modes de production. */
function modes(reperes: Reperes) {
  const { rangees, courbes } = reperes;
  const { periodes } = rangees.trame;
  rangees.titre("4) Les modes de production du logement social");
  rangees.titresDesPeriodes("Logements locatifs sociaux", 2 * MODES.length);
  rangees.cadrer(2 * MODES.length, "centre");
  const nombres = MODES.map(({ libelle, cle }) =>
    rangees.periodes(
      libelle,
      parPeriode(reperes, (rang) => lireCase(reperes, cle, rang)),
      ENTIER
    )
  );
  MODES.forEach(({ court }, mode) => {
    rangees.periodes(
      `Part : ${court}`,
      parPeriode(reperes, (rang) => {
        const cellules = nombres.map(({ cellule }) => cellule(rang));
        const total = `SUM(${cellules.join()})`;
        return siConnus(cellules, `IF(${total}=0,"",${cellules[mode]}/${total})`);
      }),
      TAUX
    );
  });
  rangees.note(
    "Source : Galion-Sisal. Maîtrise d'ouvrage directe des organismes HLM, hors acquisition-amélioration. Les parts attendent les trois nombres d'une période."
  );
  const abscisses = courbes.aligner("Périodes des modes de production", periodes);
  return MODES.map(({ court }, mode) => {
    const cases = periodes.map((_, rang) => vide(nombres[mode]?.cellule(rang) ?? ""));
    return { nom: court, abscisses, valeurs: courbes.aligner(court, cases) };
  });
}
