/** L'aide des fonctions, pour le volet : de quoi les trouver et en essayer une. Chaque exemple est exécuté par un test. */
export interface AideDeFonction {
  nom: string;
  description: string;
  exemples: readonly ExempleDeFormule[];
}

export interface ExempleDeFormule {
  /** Telle qu'on la tape dans un Excel français. */
  fr: string;
  /** En écriture internationale, pour l'insérer. */
  formule: string;
  /** Ce que la cellule contient. */
  resultat: number | string;
}

export const FONCTIONS_AIDE: readonly AideDeFonction[] = [
  {
    nom: "CMS.OBJECTIF",
    description: "Objectif triennal d’une commune, en logements.",
    exemples: [
      { fr: "=CMS.OBJECTIF(500;5)", formule: "=CMS.OBJECTIF(500,5)", resultat: 165 },
      {
        fr: '=CMS.OBJECTIF(500;5;"abaissant")',
        formule: '=CMS.OBJECTIF(500,5,"abaissant")',
        resultat: 125,
      },
      {
        fr: '=CMS.OBJECTIF(500;5;"abaissant";30%)',
        formule: '=CMS.OBJECTIF(500,5,"abaissant",30%)',
        resultat: 150,
      },
    ],
  },
  {
    nom: "CMS.EXPLIQUER",
    description: "Le calcul d’un objectif, ou la raison d’un refus, en une phrase avec l’article.",
    exemples: [
      {
        fr: '=CMS.EXPLIQUER(500;5;;;;"2023-2025")',
        formule: '=CMS.EXPLIQUER(500,5,,,,"2023-2025")',
        resultat:
          "500 logements manquants × 33\u00A0% (écart de 5 points, supérieur à 4) = 165\u202F; art. L. 302-8, VII du CCH.",
      },
    ],
  },
  {
    nom: "CMS.PLANCHER",
    description: "L’objectif le plus bas qu’un contrat peut retenir, en logements.",
    exemples: [
      {
        fr: '=CMS.PLANCHER(500;5;"mutualisant")',
        formule: '=CMS.PLANCHER(500,5,"mutualisant")',
        resultat: 85,
      },
      {
        fr: '=CMS.PLANCHER(500;5;"mutualisant";"loi")',
        formule: '=CMS.PLANCHER(500,5,"mutualisant","loi")',
        resultat: 83,
      },
    ],
  },
  {
    nom: "CMS.TAUX.PLANCHER",
    description: "Le taux le plus bas qu’un contrat peut retenir.",
    exemples: [
      {
        fr: '=CMS.TAUX.PLANCHER(5;"abaissant")',
        formule: '=CMS.TAUX.PLANCHER(5,"abaissant")',
        resultat: 0.25,
      },
    ],
  },
  {
    nom: "CMS.TAUX.RATTRAPAGE",
    description: "Le taux de rattrapage selon l’écart : 33, 50 ou 100 %.",
    exemples: [
      { fr: "=CMS.TAUX.RATTRAPAGE(3,3)", formule: "=CMS.TAUX.RATTRAPAGE(3.3)", resultat: 0.5 },
    ],
  },
  {
    nom: "CMS.EQUILIBRE",
    description:
      "La marge de l’EPCI : objectifs après moins objectifs avant. 0 ou plus : équilibré.",
    exemples: [
      {
        fr: "=CMS.EQUILIBRE({165;99};{85;179})",
        formule: "=CMS.EQUILIBRE({165;99},{85;179})",
        resultat: 0,
      },
    ],
  },
  {
    nom: "CMS.ECART",
    description: "L’écart au taux légal, en points.",
    exemples: [{ fr: "=CMS.ECART(20%;14,5%)", formule: "=CMS.ECART(20%,14.5%)", resultat: 5.5 }],
  },
  {
    nom: "CMS.TAUX.LS",
    description: "Le taux de logements sociaux d’une commune.",
    exemples: [{ fr: "=CMS.TAUX.LS(900;6000)", formule: "=CMS.TAUX.LS(900,6000)", resultat: 0.15 }],
  },
  {
    nom: "CMS.MANQUANTS",
    description: "Le nombre de logements sociaux manquants.",
    exemples: [
      {
        fr: "=CMS.MANQUANTS(900;6000;20%)",
        formule: "=CMS.MANQUANTS(900,6000,20%)",
        resultat: 300,
      },
    ],
  },
  {
    nom: "CMS.PLAI.MIN",
    description: "Le nombre minimal de PLAI dans un objectif.",
    exemples: [{ fr: "=CMS.PLAI.MIN(165)", formule: "=CMS.PLAI.MIN(165)", resultat: 50 }],
  },
  {
    nom: "CMS.PLS.MAX",
    description: "Le nombre maximal de PLS et assimilés dans un objectif.",
    exemples: [
      { fr: "=CMS.PLS.MAX(165;9%;FAUX)", formule: "=CMS.PLS.MAX(165,9%,FALSE)", resultat: 33 },
    ],
  },
  {
    nom: "CMS.VERSION",
    description: "La version du complément, et ce qui a été vérifié de la loi.",
    exemples: [
      {
        fr: "=CMS.VERSION()",
        formule: "=CMS.VERSION()",
        resultat:
          "Complément CMS 0.1.0. Barème\u00A0: guide DHUP de décembre 2022\u202F; article L. 302-8 suivi jusqu’au 02/07/2025. Période 2026-2028\u00A0: à confirmer sur Légifrance.",
      },
    ],
  },
];
