/** Des tableaux à qui il manque une colonne, une commune ou un barème. Communes et intercommunalités fictives. */

import { REPONSES } from "./reponses.mjs";

/** @type {import("../../../outils/fabriquer-classeurs.mjs").Recette[]} */
export const INACHEVES = [
  {
    nom: "33-colonnes-a-designer",
    situation:
      "Deux colonnes portent le même titre « LS manquants » : rien ne dit laquelle compte, les totaux qui en dépendent ne sont pas conclus. Sur l'autre feuille, les titres d'un tableau sans commune.",
    contexte: REPONSES,
    feuilles: [
      {
        nom: "Deux colonnes",
        dessin: `
Mutualisation 2026-2028, CC du Vair
Commune | LS manquants | LS manquants | Écart | Objectif après mutualisation
Vicherey | 500 | 400 | 5 | 85
Removille | 300 | 310 | 5 | 179`,
      },
      {
        nom: "Vide",
        dessin: `
Mutualisation 2026-2028, CC du Mouzon
Commune | LS manquants | Écart | Objectif après mutualisation`,
      },
    ],
    verdict: "non conforme",
    duClasseur: ["plusieurs-tableaux"],
    tableaux: [
      {
        feuille: "Deux colonnes",
        plageDonnees: "A3:E4",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "CC du Vair",
        verdict: "non conforme",
        totaux: [null, null, null, 264],
        constats: [["erreur", "correspondance-incertaine", null, "B2", "deux colonnes égales"]],
      },
      {
        feuille: "Vide",
        plageDonnees: null,
        type: "mutualisant",
        periode: "2026-2028",
        epci: "CC du Mouzon",
        verdict: "non conforme",
        totaux: [null, null, null, null],
        constats: [["erreur", "aucune-commune", null, null, "titres seuls"]],
      },
    ],
  },
  {
    nom: "34-periode-sans-bareme",
    situation:
      "2029-2031 n'a pas de barème : erreur, et le dernier barème sert aux calculs. Manquants calculés : 20 % de 10 000 = 2 000 − 1 500 = 500 (écart 5) → 165 ; 20 % de 6 000 − 900 = 300 (écart 5) → 99. Retenu 125 et 75, les planchers : type abaissant, déduit.",
    contexte: REPONSES,
    feuilles: [
      {
        nom: "Prospective",
        dessin: `
Objectifs 2029-2031 (simulation)
Commune | Résidences principales | Logements sociaux | Taux légal (20 ou 25 %) | Objectif légal | Objectif retenu
Foucherans | 10000 | 1500 | 20% | 165 | 125
Champvans-Fiction | 6000 | 900 | 20% | 99 | 75`,
      },
    ],
    verdict: "non conforme",
    tableaux: [
      {
        feuille: "Prospective",
        plageDonnees: "A3:F4",
        type: "abaissant",
        periode: "2026-2028",
        epci: null,
        verdict: "non conforme",
        totaux: [800, 264, 264, 200],
        constats: [
          ["erreur", "periode-hors-bareme", null, null, "2029-2031"],
          ["information", "donnee-calculee", null, null, "manquants recalculés"],
          ["information", "type-deduit", null, null, "abaissant"],
        ],
      },
    ],
  },
  {
    nom: "36-modele-vierge-et-objectif-absent",
    situation:
      "Un contrat mutualisant dont la colonne « après » n'existe pas encore : erreur, rien à équilibrer. 500 × 33 % = 165 ; 100 × 50 % = 50.",
    contexte: REPONSES,
    feuilles: [
      {
        nom: "Brouillon",
        dessin: `
Contrat mutualisant 2026-2028 – CC de la Meix
Commune | Manquants | Écart | Objectif avant mutualisation
Frasne-Fiction | 500 | 5 | 165
Oye-Fiction | 100 | 3 | 50`,
      },
    ],
    verdict: "non conforme",
    tableaux: [
      {
        feuille: "Brouillon",
        plageDonnees: "A3:D4",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "CC de la Meix",
        verdict: "non conforme",
        totaux: [600, 215, 215, null],
        constats: [["erreur", "objectif-apres-absent", null, null, "colonne absente"]],
      },
    ],
  },
];
