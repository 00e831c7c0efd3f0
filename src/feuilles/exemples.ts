import { typographier } from "../redaction";
import { BAREMES, UNITE, quelEcart, quelObjectif } from "../regles";
import { lettresDeColonne } from "../tableau";
import { Composition } from "./composer";
import {
  FORMAT_ENTIER,
  FORMAT_TAUX,
  FORMAT_TAUX_PRECIS,
  FORMAT_TEXTE,
  LIGNE_DE_TOTAL,
  TABLEAU,
  TITRES_DE_COLONNES,
  paysage,
} from "./page";
import type { Contenu, Formule, PlanDeFeuille, Scalaire } from "./plan";

export type CleDExemple = "plaquette" | "grand-poitiers";

interface Exemple {
  cle: CleDExemple;
  titre: string;
  /** Une phrase, pour le choix dans le volet. */
  description: string;
}

/** Les exemples que le volet propose d'insérer. */
export const EXEMPLES: readonly Exemple[] = [
  {
    cle: "plaquette",
    titre: "Plaquette de la DHUP",
    description: "Communes A et B : 264 avant, 264 après.",
  },
  {
    cle: "grand-poitiers",
    titre: "Grand Poitiers",
    description: "Dix communes, taux publiés ; nombres de manquants inventés.",
  },
];

interface Donnees {
  nom: string;
  epci: string;
  notes: string[];
  /** Taux légal, si l'écart se calcule des taux de logements sociaux ; sinon l'écart est donné. */
  tauxLegal: number | null;
  /** `mesure` : taux de logements sociaux, ou écart en points. */
  communes: { nom: string; mesure: number; deficit: number; apres: number }[];
}

/** Les deux exemples datent de cette période. */
const BAREME = BAREMES["2023-2025"];

/** La plaquette ne donne pas l'écart : tout écart supérieur à 4 points donne 33 %. */
const PLAQUETTE: Donnees = {
  nom: "Exemple CMS",
  epci: "EPCI A-B",
  notes: [
    "Exemple tiré de la plaquette de la DHUP : la commune A passe de 165 à 85, la commune B de 99 à 179.",
    "La plaquette ne donne pas l'écart au taux légal : 5 points est supposé (au-dessus de 4, le taux est de 33 %).",
  ],
  tauxLegal: null,
  communes: [
    { nom: "Commune A", mesure: 5, deficit: 500, apres: 85 },
    { nom: "Commune B", mesure: 5, deficit: 300, apres: 179 },
  ],
};

const GRAND_POITIERS: Donnees = {
  nom: "Exemple Grand Poitiers",
  epci: "Grand Poitiers Communauté urbaine",
  notes: [
    "Communes, taux de logements sociaux, taux légal de 20 % et total de 542 logements : communiqué de presse de la signature.",
    "Les nombres de logements manquants et les objectifs après mutualisation de chaque commune sont INVENTÉS.",
  ],
  tauxLegal: 0.2,
  communes: [
    { nom: "Buxerolles", mesure: 0.196, deficit: 20, apres: 20 },
    { nom: "Chauvigny", mesure: 0.167, deficit: 110, apres: 70 },
    { nom: "Jaunay-Marigny", mesure: 0.148, deficit: 180, apres: 80 },
    { nom: "Saint-Benoît", mesure: 0.146, deficit: 190, apres: 80 },
    { nom: "Mignaloux-Beauvoir", mesure: 0.145, deficit: 110, apres: 50 },
    { nom: "Migné-Auxances", mesure: 0.145, deficit: 155, apres: 70 },
    { nom: "Saint-Georges-lès-Baillargeaux", mesure: 0.11, deficit: 160, apres: 45 },
    { nom: "Fontaine-le-Comte", mesure: 0.09, deficit: 185, apres: 52 },
    { nom: "Montamisé", mesure: 0.079, deficit: 100, apres: 35 },
    { nom: "Vouneuil-sous-Biard", mesure: 0.075, deficit: 110, apres: 40 },
  ],
};

/** Le tableau d'un exemple, prêt à être contrôlé. */
export function planExemple(cle: CleDExemple): PlanDeFeuille {
  return composerExemple(cle === "plaquette" ? PLAQUETTE : GRAND_POITIERS);
}

function composerExemple(donnees: Donnees): PlanDeFeuille {
  const colonnes = colonnesDe(donnees);
  const page = new Composition(colonnes.length);
  page.paragraphe("Exemple de tableau de mutualisation", { gras: true, taille: 14 }, 22);
  page.paragraphe(`EPCI : ${donnees.epci}`);
  for (const note of donnees.notes) page.paragraphe(typographier(note), { italique: true });
  page.sauter();
  ecrireTableau(page, colonnes, donnees.communes.length);
  return {
    nom: donnees.nom,
    blocs: page.blocs,
    styles: page.styles,
    fusions: page.fusions,
    largeurs: [170, ...colonnes.slice(1).map(() => 104)],
    lignesFigees: 0,
    quadrillage: true,
    impression: paysage("Exemple", donnees.epci),
  };
}

interface ColonneDExemple {
  titre: string;
  format?: string;
  /** Résultats attendus, commune par commune. */
  valeurs: Scalaire[];
  /** Formule étalée ; sans elle, les valeurs sont écrites. `plage` donne l'adresse d'une autre colonne, désignée par son rang. */
  formule?: (plage: (rang: number) => string) => string;
  total?: boolean;
}

/** Les colonnes de la trame officielle, plus celles qui donnent l'écart. */
function colonnesDe({ communes, tauxLegal }: Donnees): ColonneDExemple[] {
  const ecarts = communes.map(({ mesure }) => {
    if (tauxLegal === null) return mesure;
    const ecart = quelEcart(tauxLegal, mesure);
    return ecart.ok ? ecart.valeur : 0;
  });
  const avant = communes.map(({ deficit }, i) =>
    quelObjectif(deficit, ecarts[i] ?? null, "legal", null, "superieur", BAREME)
  );
  const rangEcart = tauxLegal === null ? 2 : 4;
  const rangApres = rangEcart + 4;
  const droit = `"sans aménagement"`;
  const { periode } = BAREME;

  const taux: ColonneDExemple[] =
    tauxLegal === null
      ? []
      : [
          { titre: "Taux légal", format: FORMAT_TAUX, valeurs: communes.map(() => tauxLegal) },
          {
            titre: "Taux de LS",
            format: FORMAT_TAUX_PRECIS,
            valeurs: communes.map(({ mesure }) => mesure),
          },
        ];
  const ecart: ColonneDExemple = {
    titre: "Écart au taux légal (points)",
    format: "0.0_m",
    valeurs: ecarts,
    ...(tauxLegal === null
      ? {}
      : { formule: (plage: (rang: number) => string) => `CMS.ECART(${plage(2)},${plage(3)})` }),
  };

  return [
    { titre: "Nom de la commune", format: FORMAT_TEXTE, valeurs: communes.map(({ nom }) => nom) },
    {
      titre: "Nombre de LS manquants au 1er janvier 2022",
      format: FORMAT_ENTIER,
      valeurs: communes.map(({ deficit }) => deficit),
      total: true,
    },
    ...taux,
    ecart,
    {
      titre: "Taux de rattrapage avant mutualisation",
      format: FORMAT_TAUX,
      valeurs: avant.map((objectif) => (objectif.ok ? objectif.taux / UNITE : null)),
      formule: (plage) => `CMS.TAUX.RATTRAPAGE(${plage(rangEcart)},${droit},"${periode}")`,
    },
    {
      titre: `Objectifs ${periode} avant mutualisation`,
      format: FORMAT_ENTIER,
      valeurs: avant.map((objectif) => (objectif.ok ? objectif.valeur : null)),
      formule: (plage) => `CMS.OBJECTIF(${plage(1)},${plage(rangEcart)},${droit},,,"${periode}")`,
      total: true,
    },
    {
      titre: "Taux de rattrapage après mutualisation",
      format: FORMAT_TAUX_PRECIS,
      valeurs: communes.map(({ deficit, apres }) => apres / deficit),
      formule: (plage) => `${plage(rangApres)}/${plage(1)}`,
    },
    {
      titre: `Objectifs ${periode} après mutualisation`,
      format: FORMAT_ENTIER,
      valeurs: communes.map(({ apres }) => apres),
      total: true,
    },
  ];
}

function ecrireTableau(page: Composition, colonnes: ColonneDExemple[], nombre: number): void {
  page.fond(colonnes.length, nombre + 2, TABLEAU);
  page.rangee(
    colonnes.map(({ titre }) => titre),
    TITRES_DE_COLONNES,
    48
  );
  const debut = page.ligne;
  const fin = debut + nombre - 1;
  const plage = (rang: number): string => {
    const lettres = lettresDeColonne(rang);
    return `${lettres}${debut}:${lettres}${fin}`;
  };
  colonnes.forEach(({ format }, rang) => {
    if (format) page.styler(rang, 1, nombre + 1, { format });
  });
  colonnes.forEach(({ valeurs, formule }, rang) => {
    const enColonne = valeurs.map((valeur) => [valeur]);
    const contenus: Contenu[][] = formule
      ? [[{ formule: `=${formule(plage)}`, valeurs: enColonne }]]
      : enColonne;
    page.blocs.push({ ancre: page.cellule(rang), contenus });
  });
  page.sauter(nombre);
  const totaux = colonnes.map(({ total, valeurs }, rang): Formule | string | null => {
    if (rang === 0) return "Total";
    if (!total) return null;
    const somme = valeurs.reduce<number>((cumul, valeur) => cumul + Number(valeur), 0);
    return { formule: `=SUM(${plage(rang)})`, valeurs: [[somme]] };
  });
  page.rangee(totaux, LIGNE_DE_TOTAL);
}
