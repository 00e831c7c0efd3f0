import type { EtatDuContrat } from "../../controle";
import {
  ARTICLES_DU_BILAN,
  PORTEE_DU_BILAN,
  VERSION,
  direBilanTriennal,
  direEtat,
  direProvisoire,
  ecrireDate,
  mentionDuBareme,
  phraserBilanTriennal,
  resumerBilans,
  typographier,
  type PhraseDeConstat,
} from "../../redaction";
import { BAREMES, sommer } from "../../regles";
import type { BilanDePeriode, BilanTriennal } from "../../suivi";
import { MARQUE_DE_BILAN } from "../../tableau";
import { Feuillets, type Colonne } from "../feuillets";
import type { PlanDeFeuille, Scalaire, Style } from "../plan";

/** Ce que le bilan ne sait pas de lui-même. */
export interface CirconstancesDuBilan {
  epci: string | null;
  /** `null` : un projet, dont aucune version signée n'est gardée. */
  etat: EtatDuContrat | null;
  /** La feuille d'où viennent les opérations ; `null` : aucune ne se lit. */
  article3: string | null;
  /** « AAAA-MM-JJ ». */
  jour: string;
}

/** Onze colonnes qui, avec les marges, tiennent en largeur sur A4. */
const LARGEURS = [26, 142, 58, 58, 58, 58, 52, 58, 52, 58, 100];
/** Hauteur d'un A4 paysage sans ses marges, ni les lignes répétées, ni l'écart d'une imprimante à l'autre. */
const HAUTEUR_UTILE = 435;

/** Un nombre, ou le tiret qui en tient lieu, à la même distance du filet. */
const NOMBRE: Style = { format: "#,##0_m;-#,##0_m;0_m;@_m", horizontal: "droite" };
/** Au dixième de pour-cent inférieur : ce qui manque de peu ne s'écrit pas 100 %. */
const PART: Style = { format: "0.0 %_m;-0.0 %_m;0.0 %_m;@_m", horizontal: "droite" };

/**
 * Le bilan triennal d'un contrat, à imprimer et à joindre : les nombres de chaque commune, puis ce qu'ils veulent dire et ce qui s'ensuit. Tout y est
 * valeur : un bilan date, il ne se recalcule pas.
 */
export function planBilan(
  bilan: BilanDePeriode,
  circonstances: CirconstancesDuBilan
): PlanDeFeuille {
  const { periode, provisoire, communes } = bilan;
  const { jour } = circonstances;
  const epci = circonstances.epci ?? "EPCI non nommé";
  const feuillets = new Feuillets(LARGEURS, HAUTEUR_UTILE);
  const { page } = feuillets;
  feuillets.texte(MARQUE_DE_BILAN, { gras: true, taille: 14 });
  feuillets.texte(`${epci}, ${periode}`, { taille: 11, bordures: { bas: "moyen" } });
  const entete = page.ligne - 1;
  page.sauter();
  feuillets.renseigner(renseignements(bilan, circonstances), 2);
  feuillets.titre("Quantité et qualité", 11);
  feuillets.tableau(colonnesDe(bilan), communes);
  feuillets.titre("Commune par commune", 11);
  feuillets.tableau(
    CONSTATS,
    communes.map((commune) => phraserBilanTriennal(commune, provisoire))
  );
  feuillets.titre("Ce que ce bilan compte", 11);
  for (const texte of [
    PORTEE_DU_BILAN,
    `Articles : ${ARTICLES_DU_BILAN}.`,
    typographier(
      "Ces nombres sont ceux de l'article 3 du contrat : le bilan que le préfet notifie peut en compter d'autres."
    ),
    typographier(`${mentionDuBareme(BAREMES[periode])} Établi avec Complément CMS ${VERSION}.`),
  ])
    feuillets.texte(texte);
  return feuillets.enPlan(
    `Bilan ${periode}`,
    entete,
    epci,
    `Bilan ${periode} au ${ecrireDate(jour)}`
  );
}

function renseignements(
  bilan: BilanDePeriode,
  { etat, article3, jour }: CirconstancesDuBilan
): [string, string][] {
  return [
    ["Contrat", direEtat(etat?.version ?? null)],
    ["Opérations", article3 === null ? "aucune ne se lit" : `feuille « ${article3} »`],
    ["Établi le", `${ecrireDate(jour)}${bilan.provisoire ? `. ${direProvisoire(bilan)}` : ""}`],
    ["En tout", resumerBilans(bilan)],
  ].map(([nom = "", valeur = ""]) => [nom, typographier(valeur)]);
}

function colonnesDe({ communes, provisoire }: BilanDePeriode): Colonne<BilanTriennal>[] {
  const somme = (colonne: "objectif" | "realises" | "plai" | "pls"): number =>
    sommer(communes.map((commune) => commune[colonne]));
  return [
    { titre: "N°", style: { horizontal: "centre" }, valeur: (_, rang) => rang + 1 },
    { titre: "Commune", valeur: ({ nom }) => nom, total: "Total" },
    {
      titre: "Objectif légal",
      style: NOMBRE,
      valeur: ({ objectifLegal }) => objectifLegal ?? "–",
    },
    {
      titre: "Objectif du contrat",
      style: { ...NOMBRE, gras: true },
      valeur: ({ objectif }) => objectif,
      total: somme("objectif"),
    },
    {
      titre: "Financés",
      style: NOMBRE,
      valeur: ({ realises }) => realises,
      total: somme("realises"),
    },
    {
      titre: "Atteinte",
      style: PART,
      valeur: ({ realises, objectif }) =>
        objectif === 0 ? "–" : Math.floor((realises * 1000) / objectif) / 1000,
    },
    { titre: "PLAI", style: NOMBRE, valeur: ({ plai }) => plai, total: somme("plai") },
    { titre: "PLAI manquants", style: NOMBRE, valeur: conclue("plaiManquants") },
    { titre: "PLS", style: NOMBRE, valeur: ({ pls }) => pls, total: somme("pls") },
    { titre: "PLS en trop", style: NOMBRE, valeur: conclue("plsEnTrop") },
    {
      titre: provisoire ? "À ce jour" : "Bilan",
      style: { gras: true, horizontal: "centre" },
      valeur: direBilanTriennal,
    },
  ];
}

/** Un nombre que seul un bilan conclu donne. */
function conclue(nombre: "plaiManquants" | "plsEnTrop"): (commune: BilanTriennal) => Scalaire {
  return ({ bilan }) => (bilan?.ok === true ? bilan[nombre] : "–");
}

const CONSTATS: Colonne<PhraseDeConstat>[] = [
  { titre: "Commune", etendue: 2, style: { gras: true }, valeur: ({ titre }) => titre },
  { titre: "Quantité et qualité", etendue: 6, valeur: ({ pourquoi }) => pourquoi },
  { titre: "Ce qui s’ensuit", etendue: 3, valeur: ({ queFaire }) => queFaire },
];
