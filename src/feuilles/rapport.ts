import type { BilanDeCommune, Constat, Controle, Gravite } from "../controle";
import {
  ecrireCompte,
  ecrireDate,
  ecrireNombre,
  enUneLigne,
  enoncerConditions,
  enoncerLimites,
  etatDeLaVerification,
  mentionDuBareme,
  nommerConversion,
  nommerRubrique,
  phraserConstat,
  phraserVerdict,
  rappelDeVerification,
  typographier,
} from "../redaction";
import { UNITE } from "../regles";
import { MARQUE_DE_RAPPORT, rectangleDe, type Conversion } from "../tableau";
import { Feuillets, type Colonne } from "./feuillets";
import { FORMAT_ENTIER, FORMAT_TAUX, paysage } from "./page";
import type { PlanDeFeuille, Scalaire, Style } from "./plan";

const NOM_DU_RAPPORT = "Contrôle CMS";

/** Ce que le rapport ne peut pas savoir de lui-même. */
export interface Circonstances {
  /** « AAAA-MM-JJ ». */
  jour: string;
  /** « 14:05 ». */
  heure: string;
  /** Version du complément. */
  version: string;
}

/** Onze colonnes, pour que tous les tableaux du rapport y tombent juste. Avec les marges, elles tiennent en largeur sur A4. */
const LARGEURS = [26, 142, 61, 61, 61, 61, 61, 61, 61, 61, 61];
/** Hauteur d'un A4 paysage sans ses marges, ni les deux lignes répétées, ni l'écart d'une imprimante à l'autre. */
const HAUTEUR_UTILE = 435;

/** Au-delà, le rapport renvoie au volet : il s'imprime et se joint. */
const EPCI_DETAILLES = 10;
const CONSTATS_PAR_GRAVITE = 100;
const CONDITIONS = 60;
const CONVERSIONS = 40;
const SIGNES = 200;

const NOMBRE: Style = { format: FORMAT_ENTIER, horizontal: "droite" };
const POINTS: Style = { format: "General_m", horizontal: "droite" };
const TAUX: Style = { format: FORMAT_TAUX, horizontal: "droite" };
const DIFFERENCE: Style = { format: "+#,##0_m;-#,##0_m;0_m", horizontal: "droite" };
const RANG: Style = { horizontal: "centre" };
const ENCADRE: Style = {
  vertical: "milieu",
  bordures: { haut: "moyen", bas: "moyen", gauche: "moyen", droite: "moyen" },
};

/**
 * Le rapport d'un contrôle, à imprimer et à joindre : le verdict, les communes, les constats, les conditions et leurs réponses, ce que la lecture a
 * converti, et ce que le contrôle ne dit pas. De plusieurs contrôles : une ligne chacun, puis le détail de ceux qui ont une erreur ou un avertissement.
 * Tout y est valeur : un rapport date, il ne se recalcule pas.
 * @param controles Un au moins, tous de la même feuille.
 */
export function planRapport(
  controles: readonly [Controle, ...Controle[]],
  circonstances: Circonstances
): PlanDeFeuille {
  const [premier] = controles;
  const { page, sauts, ...feuillets } = composer(controles, circonstances);
  return {
    nom: NOM_DU_RAPPORT,
    blocs: page.blocs,
    styles: page.styles,
    fusions: page.fusions,
    largeurs: LARGEURS,
    lignesFigees: 0,
    quadrillage: false,
    impression: {
      ...paysage(
        controles.length === 1
          ? (premier.epci ?? premier.tableau.feuille)
          : premier.tableau.feuille,
        `Contrôle du ${ecrireDate(circonstances.jour)}`
      ),
      // Excel ignore les sauts de page quand il ajuste ; les colonnes tiennent dans la page.
      pagesEnLargeur: 0,
      lignesRepetees: `1:${feuillets.entete}`,
      sauts,
    },
  };
}

function composer(
  controles: readonly [Controle, ...Controle[]],
  circonstances: Circonstances
): Pick<Feuillets, "page" | "sauts"> & { entete: number } {
  const [premier] = controles;
  const feuillets = new Feuillets(LARGEURS, HAUTEUR_UTILE);
  feuillets.texte(MARQUE_DE_RAPPORT, { gras: true, taille: 14 });
  feuillets.texte(
    controles.length === 1
      ? intitule(premier)
      : typographier(
          `${ecrireCompte(controles.length, "bilan")} sur la feuille « ${borner(premier.tableau.feuille)} »`
        ),
    { taille: 11, bordures: { bas: "moyen" } }
  );
  const entete = feuillets.page.ligne - 1;
  if (controles.length === 1) {
    encadrerLeVerdict(feuillets, premier);
    presenter(feuillets, controles, circonstances);
    detailler(feuillets, premier);
  } else {
    presenter(feuillets, controles, circonstances);
    synthetiser(feuillets, controles);
    detaillerLesPires(feuillets, controles);
  }
  rappelerLesLimites(feuillets, controles);
  return { page: feuillets.page, sauts: feuillets.sauts, entete };
}

/** « EPCI A-B, contrat mutualisant, 2026-2028 ». */
function intitule({ epci, type, bareme }: Controle): string {
  const contrat = type === "arrondissements" ? "répartition par arrondissement" : `contrat ${type}`;
  return `${borner(epci ?? "EPCI non nommé")}, ${contrat}, ${bareme.periode}`;
}

function encadrerLeVerdict(feuillets: Feuillets, controle: Controle): void {
  const { titre, detail } = phraserVerdict(controle);
  feuillets.texte(`${titre}. ${detail}`, { ...ENCADRE, gras: true, taille: 12 });
  feuillets.texte(sommes(controle), { bordures: ENCADRE.bordures });
}

/** Les nombres qui fondent le verdict. */
function sommes({ type, totaux }: Controle): string {
  const { deficit, avantLu, avantLegal, apres, marge } = totaux;
  const ecrire = (nombre: number | null): string =>
    nombre === null ? "non conclu" : ecrireNombre(nombre);
  const parties = [
    `Logements manquants : ${ecrire(deficit)}`,
    ...(type === "arrondissements"
      ? []
      : [
          `objectifs légaux recalculés : ${ecrire(avantLegal)}`,
          ...(avantLu === null ? [] : [`objectifs avant, tels qu'écrits : ${ecrire(avantLu)}`]),
        ]),
    `${type === "mutualisant" ? "objectifs après" : "objectifs retenus"} : ${ecrire(apres)}`,
    ...(type === "mutualisant" ? [`marge : ${signe(marge)}${ecrire(marge)}`] : []),
  ];
  return typographier(`${parties.join(" ; ")}.`);
}

function signe(nombre: number | null): string {
  return nombre !== null && nombre > 0 ? "+" : "";
}

/** Ce qui a été contrôlé, quand, par quoi, et ce qui a été vérifié du droit. */
function presenter(
  feuillets: Feuillets,
  controles: readonly [Controle, ...Controle[]],
  { jour, heure, version }: Circonstances
): void {
  const [{ tableau, bareme, epci, type }] = controles;
  const plages = [...new Set(controles.map((controle) => controle.tableau.plage))];
  const rappel = rappelDeVerification(jour);
  feuillets.page.sauter();
  feuillets.renseigner(
    [
      ...(controles.length === 1
        ? ([
            ["EPCI", borner(epci ?? "non nommé dans le tableau")],
            ["Contrat et période", `${type}, ${bareme.periode}`],
          ] as const)
        : []),
      [
        plages.length > 1 ? "Tableaux contrôlés" : "Tableau contrôlé",
        typographier(
          `feuille « ${borner(tableau.feuille)} », ${plages.length > 1 ? "plages" : "plage"} ${borner(plages.join(", "))}`
        ),
      ],
      ["Contrôlé le", `${ecrireDate(jour)} à ${heure}, par Complément CMS ${version}`],
      [
        "Vérification du droit",
        [etatDeLaVerification(), rappel && enUneLigne(rappel)].filter(Boolean).join(" "),
      ],
    ],
    2
  );
}

/** Un contrôle en entier : communes, constats, conditions, conversions. */
function detailler(feuillets: Feuillets, controle: Controle): void {
  feuillets.titre("Communes", 11);
  feuillets.tableau(colonnesDesCommunes(controle), controle.communes);
  enumererLesConstats(feuillets, controle.constats);
  enoncerLesConditions(feuillets, controle);
  enumererLesConversions(feuillets, controle);
}

function colonnesDesCommunes(controle: Controle): Colonne<BilanDeCommune>[] {
  const { type, totaux } = controle;
  const noms: Colonne<BilanDeCommune>[] = [
    { titre: "N°", style: RANG, valeur: (_, rang) => rang + 1 },
    {
      titre: controle.tableau.noms === "commune" ? "Commune" : "Arrondissement",
      valeur: ({ nom, exemptee }) => borner(exemptee ? `${nom} (exemptée)` : nom),
      total: "Total",
    },
  ];
  const manquants: Colonne<BilanDeCommune> = {
    titre: "Logements manquants",
    style: NOMBRE,
    valeur: ({ deficit }) => ouTiret(deficit),
    total: ouTiret(totaux.deficit),
  };
  const apres: Colonne<BilanDeCommune> = {
    titre: type === "mutualisant" ? "Objectif après" : "Objectif retenu",
    style: { ...NOMBRE, gras: true },
    valeur: ({ objectifApres }) => ouTiret(objectifApres),
    total: ouTiret(totaux.apres),
  };
  if (type === "arrondissements")
    return [...noms, { ...manquants, etendue: 4 }, { ...apres, etendue: 5 }];
  const planchers: Colonne<BilanDeCommune>[] =
    type === "mutualisant"
      ? [
          { titre: "Plancher (guide)", style: NOMBRE, valeur: ({ plancher }) => ouTiret(plancher) },
          {
            titre: "Plancher (loi)",
            style: NOMBRE,
            valeur: ({ plancherLoi }) => ouTiret(plancherLoi),
          },
        ]
      : [
          {
            titre: "Plancher",
            etendue: 2,
            style: NOMBRE,
            valeur: ({ plancher }) => ouTiret(plancher),
          },
        ];
  return [
    ...noms,
    manquants,
    { titre: "Écart au taux légal (points)", style: POINTS, valeur: ({ ecart }) => ouTiret(ecart) },
    {
      titre: "Taux légal de rattrapage",
      style: TAUX,
      valeur: ({ tauxAvant }) => (tauxAvant === null ? "–" : tauxAvant / UNITE),
    },
    {
      titre: "Objectif avant, écrit",
      style: NOMBRE,
      valeur: ({ objectifAvantLu }) => ouTiret(objectifAvantLu),
      total: ouTiret(totaux.avantLu),
    },
    {
      titre: "Objectif avant, légal",
      style: NOMBRE,
      valeur: ({ objectifAvant }) => ouTiret(objectifAvant),
      total: ouTiret(totaux.avantLegal),
    },
    ...planchers,
    apres,
    {
      titre: type === "mutualisant" ? "Après moins légal" : "Retenu moins légal",
      style: DIFFERENCE,
      valeur: ({ objectifAvant, objectifApres }) =>
        objectifAvant === null || objectifApres === null ? "–" : objectifApres - objectifAvant,
      total: ouTiret(totaux.marge),
    },
  ];
}

const GRAVITES: readonly [gravite: Gravite, titre: string][] = [
  ["erreur", "Erreurs, à corriger avant l’envoi"],
  ["avertissement", "Avertissements, à examiner"],
  ["information", "Informations"],
];

/** Numérotés d'un bout à l'autre, pour qu'on les cite. */
function enumererLesConstats(feuillets: Feuillets, constats: readonly Constat[]): void {
  let numero = 0;
  for (const [gravite, titre] of GRAVITES) {
    const siens = constats.filter((constat) => constat.gravite === gravite);
    if (siens.length === 0) continue;
    const avant = numero;
    feuillets.titre(`${titre} : ${siens.length}`, 11);
    feuillets.tableau(colonnesDesConstats(avant), siens.slice(0, CONSTATS_PAR_GRAVITE));
    direLeReste(feuillets, siens.length - CONSTATS_PAR_GRAVITE, "constat");
    numero += siens.length;
  }
  if (numero === 0) {
    feuillets.titre("Constats", 11);
    feuillets.texte("Aucune erreur, aucun avertissement.");
  }
}

function colonnesDesConstats(avant: number): Colonne<Constat>[] {
  return [
    { titre: "N°", style: RANG, valeur: (_, rang) => avant + rang + 1 },
    { titre: "Commune", valeur: ({ commune }) => borner(commune ?? "") },
    { titre: "Cellule", style: RANG, valeur: ({ adresse }) => adresse ?? "" },
    {
      titre: "Constat",
      etendue: 2,
      style: { gras: true },
      valeur: (constat) => borner(phraserConstat(constat).titre),
    },
    {
      titre: "Pourquoi",
      etendue: 3,
      valeur: (constat) => borner(phraserConstat(constat).pourquoi, 2 * SIGNES),
    },
    {
      titre: "Que faire",
      etendue: 2,
      valeur: (constat) => borner(phraserConstat(constat).queFaire, 2 * SIGNES),
    },
    { titre: "Article", valeur: (constat) => phraserConstat(constat).article },
  ];
}

function enoncerLesConditions(feuillets: Feuillets, controle: Controle): void {
  const conditions = enoncerConditions(controle);
  if (conditions.length === 0) return;
  feuillets.titre("Conditions du contrat", 11);
  feuillets.tableau(
    [
      {
        titre: "Condition",
        etendue: 5,
        valeur: ({ condition }) => borner(condition),
      },
      { titre: "Réponse", etendue: 3, style: { gras: true }, valeur: ({ reponse }) => reponse },
      { titre: "Article", etendue: 3, valeur: ({ article }) => article },
    ],
    conditions.slice(0, CONDITIONS)
  );
  direLeReste(feuillets, conditions.length - CONDITIONS, "condition");
}

function enumererLesConversions(feuillets: Feuillets, controle: Controle): void {
  const conversions = conversionsDe(controle);
  if (conversions.length === 0) return;
  feuillets.titre("Ce que la lecture a converti", 11);
  feuillets.tableau<Conversion>(
    [
      { titre: "Cellule", etendue: 2, style: RANG, valeur: ({ adresse }) => adresse },
      { titre: "Colonne", etendue: 2, valeur: ({ rubrique }) => nommerRubrique(rubrique) },
      { titre: "Écrit", etendue: 2, valeur: ({ ecrit }) => borner(ecrit) },
      { titre: "Lu", etendue: 2, valeur: ({ lu }) => ecrireLu(lu) },
      { titre: "Comment", etendue: 3, valeur: ({ moyen }) => nommerConversion(moyen) },
    ],
    conversions.slice(0, CONVERSIONS)
  );
  direLeReste(feuillets, conversions.length - CONVERSIONS, "conversion");
}

/** Celles des lignes de ce contrôle : un tableau peut porter plusieurs EPCI. */
function conversionsDe({ tableau, communes }: Controle): Conversion[] {
  const lignes = new Set(communes.map(({ ligne }) => ligne));
  return tableau.conversions.filter(({ adresse }) => lignes.has(rectangleDe(adresse)?.haut ?? -1));
}

function ecrireLu(lu: Conversion["lu"]): string {
  if (lu === null) return "vide";
  return typeof lu === "number" ? ecrireNombre(lu) : borner(lu);
}

/** Plusieurs EPCI ou plusieurs tableaux : une ligne chacun. */
function synthetiser(feuillets: Feuillets, controles: readonly Controle[]): void {
  feuillets.titre(`Synthèse, ${ecrireCompte(controles.length, "bilan")}`, 11);
  const compter = ({ constats }: Controle, gravite: Gravite): number =>
    constats.filter((constat) => constat.gravite === gravite).length;
  feuillets.tableau<Controle>(
    [
      { titre: "N°", style: RANG, valeur: (_, rang) => rang + 1 },
      { titre: "EPCI ou tableau", valeur: nommer },
      {
        titre: "Contrat, période",
        etendue: 2,
        valeur: ({ type, bareme }) => `${type}, ${bareme.periode}`,
      },
      { titre: "Verdict", etendue: 2, style: { gras: true }, valeur: ({ verdict }) => verdict },
      {
        titre: "Objectifs légaux",
        style: NOMBRE,
        valeur: ({ totaux }) => ouTiret(totaux.avantLegal),
      },
      { titre: "Objectifs après", style: NOMBRE, valeur: ({ totaux }) => ouTiret(totaux.apres) },
      {
        titre: "Marge",
        style: DIFFERENCE,
        valeur: ({ type, totaux }) => (type === "mutualisant" ? ouTiret(totaux.marge) : "–"),
      },
      { titre: "Erreurs", style: NOMBRE, valeur: (controle) => compter(controle, "erreur") },
      {
        titre: "Avertisse-ments",
        style: NOMBRE,
        valeur: (controle) => compter(controle, "avertissement"),
      },
    ],
    controles
  );
}

function nommer({ epci, tableau }: Controle): string {
  return borner(epci ?? tableau.plage);
}

/** Le détail des bilans qui ont une erreur, puis de ceux qui ont un avertissement. */
function detaillerLesPires(feuillets: Feuillets, controles: readonly Controle[]): void {
  const pires = [
    ...controles.filter(({ verdict }) => verdict === "non conforme"),
    ...controles.filter(({ verdict }) => verdict === "avertissements seulement"),
  ];
  const reste = pires.length - EPCI_DETAILLES;
  feuillets.texte(
    pires.length === 0
      ? "Aucun bilan n’a d’erreur ni d’avertissement."
      : typographier(
          `Suit le détail ${reste > 0 ? `des ${EPCI_DETAILLES} premiers bilans` : "de chaque bilan"} qui a une erreur ou un avertissement${reste > 0 ? ` ; ${ecrireCompte(reste, "autre")} : voyez chacun dans le volet, ou contrôlez le tableau de cet EPCI seul` : ""}.`
        )
  );
  for (const controle of pires.slice(0, EPCI_DETAILLES)) {
    feuillets.couper();
    feuillets.titre(intitule(controle), 12);
    encadrerLeVerdict(feuillets, controle);
    detailler(feuillets, controle);
  }
}

function rappelerLesLimites(
  feuillets: Feuillets,
  controles: readonly [Controle, ...Controle[]]
): void {
  feuillets.titre("Limites de ce contrôle", 11);
  const mutualisant = controles.some(({ type }) => type === "mutualisant");
  for (const limite of enoncerLimites(mutualisant)) feuillets.texte(limite);
  feuillets.texte(mentionDuBareme(controles[0].bareme));
}

function direLeReste(feuillets: Feuillets, reste: number, nom: string): void {
  if (reste <= 0) return;
  const autres = ecrireCompte(reste, `autre ${nom}`, `autres ${nom}s`);
  feuillets.texte(typographier(`${autres} : voyez le volet.`), { italique: true });
}

function ouTiret(nombre: number | null): Scalaire {
  return nombre ?? "–";
}

/** Un texte de la feuille peut être de n'importe quelle longueur. */
function borner(texte: string, signes = SIGNES): string {
  return texte.length <= signes ? texte : `${texte.slice(0, signes - 1)}…`;
}
