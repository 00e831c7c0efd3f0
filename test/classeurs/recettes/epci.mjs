/** Plusieurs tableaux, plusieurs EPCI. Communes et intercommunalités fictives. */

import { REPONSES } from "./reponses.mjs";

/** @type {import("../../../outils/fabriquer-classeurs.mjs").Recette[]} */
export const EPCI = [
  {
    nom: "23-departement",
    situation:
      "Trois EPCI dans une colonne, un bilan chacun. CA : 99 + 66 = 165 = 51 + 114. CC de la Vive : 132 + 75 = 207, 200 après : il en manque 7. CC du Plateau : 45, sans aménagement. Total du département tapé à la main : 411 au lieu de 410.",
    contexte: REPONSES,
    feuilles: [
      {
        nom: "Département",
        dessin: `
Suivi départemental des CMS – 2026-2028
Intercommunalité | Commune | Type de contrat | Déficit | Écart (points) | Objectif avant | Objectif après
CA du Haut-Brenne | Sauvelande | Mutualisant | 300 | 5 | 99 | 51
CA du Haut-Brenne | Orchaize-Sud | Mutualisant | 200 | 5 | 66 | 114
CC de la Vive | Fermanges | Mutualisant | 400 | 6 | 132 | 100
CC de la Vive | Louvrigny | Mutualisant | 150 | 3 | 75 | 100
CC du Plateau | Tresserve-Haute | Sans aménagement | 45 | 1 | 45 | 45
Total département | | | 1095 | | 417 | 411`,
      },
    ],
    verdict: "non conforme",
    duClasseur: ["total-faux"],
    tableaux: [
      {
        feuille: "Département",
        plageDonnees: "A3:G4",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "CA du Haut-Brenne",
        verdict: "conforme",
        totaux: [500, 165, 165, 165],
        constats: [],
      },
      {
        feuille: "Département",
        plageDonnees: "A5:G6",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "CC de la Vive",
        verdict: "non conforme",
        totaux: [550, 207, 207, 200],
        constats: [["erreur", "somme-insuffisante", null, null, "207 avant, 200 après"]],
      },
      {
        feuille: "Département",
        plageDonnees: "A7:G7",
        type: "sans aménagement",
        periode: "2026-2028",
        epci: "CC du Plateau",
        verdict: "conforme",
        totaux: [45, 45, 45, 45],
        constats: [],
      },
    ],
  },
  {
    nom: "24-deux-modes-deux-feuilles",
    situation:
      "Le même EPCI conclut un mutualisant et un abaissant pour 2026-2028 : non combinables. Le total mutualisé est une SOMME qui oublie la dernière commune (85 au lieu de 264).",
    contexte: REPONSES,
    feuilles: [
      {
        nom: "Mutualisation",
        dessin: `
CU du Grand Sauldre – mutualisation 2026-2028
Commune | Manquants | Écart (points) | Objectif avant mutualisation | Objectif après mutualisation
Méry-sur-Sauldre | 500 | 5 | 165 | 85
Neuvy-deux-Eaux | 300 | 5 | 99 | 179
Total | =SUM(B3:B4) → 800 | | =SUM(D3:D4) → 264 | =SUM(E3:E3) → 85`,
      },
      {
        nom: "Abaissement",
        dessin: `
CU du Grand Sauldre – abaissement 2026-2028
Commune | Manquants | Écart (points) | Objectif légal | Objectif abaissé
Oizon | 400 | 6 | 132 | 100`,
      },
    ],
    verdict: "non conforme",
    duClasseur: ["plusieurs-tableaux"],
    tableaux: [
      {
        feuille: "Mutualisation",
        plageDonnees: "A3:E4",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "CU du Grand Sauldre",
        verdict: "non conforme",
        totaux: [800, 264, 264, 264],
        constats: [
          ["erreur", "contrats-melanges", null, null, "abaissant et mutualisant"],
          ["erreur", "total-faux", null, "E5", "85 au lieu de 264"],
        ],
      },
      {
        feuille: "Abaissement",
        plageDonnees: "A3:E3",
        type: "abaissant",
        periode: "2026-2028",
        epci: "CU du Grand Sauldre",
        verdict: "non conforme",
        totaux: [400, 132, 132, 100],
        constats: [["erreur", "contrats-melanges", null, null, "abaissant et mutualisant"]],
      },
    ],
  },
  {
    nom: "25-ept-et-entrante",
    situation:
      "Le X vise l'EPCI à fiscalité propre : un EPT est signalé. Sans période dans le classeur, la dernière du barème ; sans écart ni taux, l'objectif annoncé fait foi. Une entrante (40 × 15 % = 6) n'a rien à faire dans une mutualisation. 165 + 99 + 6 = 270 = 85 + 179 + 6.",
    contexte: { ...REPONSES, entrantes: ["Villemure"] },
    feuilles: [
      {
        nom: "Feuil1",
        dessin: `
EPT des Coteaux du Nord
Commune | LS manquants | Objectif avant mutualisation | Objectif après mutualisation
Bagnolles | 500 | 165 | 85
Romainclos | 300 | 99 | 179
Villemure | 40 | 6 | 6`,
      },
    ],
    verdict: "non conforme",
    tableaux: [
      {
        feuille: "Feuil1",
        plageDonnees: "A3:D5",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "EPT des Coteaux du Nord",
        verdict: "non conforme",
        totaux: [840, 270, 270, 270],
        constats: [
          ["avertissement", "ept-mutualisant", null, null, "EPT"],
          ["information", "periode-absente", null, null, "2026-2028 prise"],
          ["information", "ecart-absent", null, null, "deux communes"],
          ["erreur", "entrante-amenagee", "Villemure", "A5", "entrante dans une mutualisation"],
        ],
      },
    ],
  },
  {
    nom: "26-commune-d-un-autre-epci",
    situation:
      "Noms réels, chiffres inventés : le découpage rattache Châtellerault à un autre EPCI que Buxerolles et Chauvigny. 500 × 33 % = 165, 300 × 33 % = 99, 100 × 50 % = 50 ; 314 = 85 + 179 + 50.",
    contexte: REPONSES,
    feuilles: [
      {
        nom: "CMS",
        dessin: `
CU du Grand Poitiers – mutualisation 2026-2028
Code INSEE | Commune | Déficit | Écart (points) | Objectif avant | Objectif après
86041 | Buxerolles | 500 | 5 | 165 | 85
86070 | Chauvigny | 300 | 5 | 99 | 179
86066 | Châtellerault | 100 | 3 | 50 | 50`,
      },
    ],
    verdict: "avertissements seulement",
    tableaux: [
      {
        feuille: "CMS",
        plageDonnees: "A3:F5",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "CU du Grand Poitiers",
        verdict: "avertissements seulement",
        totaux: [900, 314, 314, 314],
        constats: [["avertissement", "hors-epci", "Châtellerault", null, "dans un autre EPCI"]],
      },
    ],
  },
];
