/** Paris, Lyon, Marseille : répartition indicative, chiffres fictifs. */

/** @type {import("../../../outils/fabriquer-classeurs.mjs").Recette[]} */
export const ARRONDISSEMENTS = [
  {
    nom: "21-arrondissements-propres",
    situation:
      "Répartition indicative, ni plancher ni somme légale. 14,96 % affiché « 15,0 % » est prioritaire ; 15,0 % exact ne l'est pas. 120 + 80 + 200 = 400, l'objectif communal.",
    contexte: { objectifCommunal: 400 },
    feuilles: [
      {
        nom: "Marseille",
        dessin: `
Ville de Marseille – répartition indicative 2026-2028
Arrondissement | Résidences principales | Logements sociaux | Taux LS | Prioritaire (O/N) | Objectif 2026-2028
Marseille 6e | 25000 | 3740 | 14.96%[0.0%] | O | 120
Marseille 7e | 20000 | 3000 | 15.0% | N | 80
Marseille 8e | 30000 | 2100 | 7.0% | O | 200
Total ville | 75000 | 8840 | | | 400`,
      },
    ],
    verdict: "conforme",
    tableaux: [
      {
        feuille: "Marseille",
        plageDonnees: "A3:F5",
        type: "arrondissements",
        periode: "2026-2028",
        epci: null,
        verdict: "conforme",
        totaux: [null, null, null, 400],
        constats: [],
      },
    ],
  },
  {
    nom: "22-arrondissements-fautes",
    situation:
      "Une marque contraire à « moins de 15 % » (17,2 % dit prioritaire), et une répartition de 410 pour un objectif communal de 400.",
    contexte: { objectifCommunal: 400 },
    feuilles: [
      {
        nom: "Lyon",
        dessin: `
Arrdt | RP | LLS | Priorité | Objectif 2026-2028
Lyon 2e | 20000 | 2000 | Oui | 210
Lyon 4e | 20000 | 3440 | Oui | 100
Lyon 6e | 30000 | 2700 | Oui | 100
Total | 70000 | 8140 | | 410`,
      },
    ],
    verdict: "non conforme",
    tableaux: [
      {
        feuille: "Lyon",
        plageDonnees: "A2:E4",
        type: "arrondissements",
        periode: "2026-2028",
        epci: null,
        verdict: "non conforme",
        totaux: [null, null, null, 410],
        constats: [
          ["avertissement", "priorite-contraire", "Lyon 4e", "D3", "3 440 / 20 000 = 17,2 %"],
          ["erreur", "somme-arrondissements", null, "E5", "410 au lieu de 400"],
        ],
      },
    ],
  },
];
