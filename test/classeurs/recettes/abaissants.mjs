/** Contrats abaissants, et sans aménagement. Communes et intercommunalités fictives. */

const REPONSES = { entrantes: [], signataires: true };

/** @type {import("../../../outils/fabriquer-classeurs.mjs").Recette[]} */
export const ABAISSANTS = [
  {
    nom: "11-abaissant-en-textes",
    situation:
      "Tout est en texte : espaces insécables et fines, virgules, « 33 % », « 8,5 pts », rang « 2e ». 1 240 × 33 % = 409,2 → 410, plancher 25 % = 310 ; 86 × 50 % = 43 (écart de 2,00 exactement), plancher 40 % = 34,4 → 35 ; 31 × 100 %, plancher 80 % = 24,8 → 25 ; 3e période permise.",
    contexte: REPONSES,
    feuilles: [
      {
        nom: "Abaissement",
        dessin: `
Contrat abaissant 2026-2028
Commune | Déficit SRU | Écart (points) | Taux de ratt. légal | Obj. légal | Obj. abaissé | Taux retenu | Rang de la période consécutive
Sergines-la-Ville | "1\u00a0240" | "8,5 pts" | "33 %" | "410" | "310" | "25 %" | "2e"
Thorigny | "86" | "2,00" | "50 %" | "43" | "40" | "46,5 %" | "1re"
Fleurigny | "31" | "0,9 pt" | "100 %" | "31" | "25" | "80,6 %" | "3e"
Ensemble | "1\u202f357" | | | "484" | "375" | |`,
      },
    ],
    verdict: "conforme",
    tableaux: [
      {
        feuille: "Abaissement",
        plageDonnees: "A3:H5",
        type: "abaissant",
        periode: "2026-2028",
        epci: null,
        verdict: "conforme",
        totaux: [1357, 484, 484, 375],
        constats: [
          ["information", "nombre-en-texte", null, "B3", "manquants"],
          ["information", "nombre-en-texte", null, "C3", "écarts"],
          ["information", "nombre-en-texte", null, "D3", "taux avant"],
          ["information", "nombre-en-texte", null, "E3", "objectifs avant"],
          ["information", "nombre-en-texte", null, "F3", "objectifs après"],
          ["information", "nombre-en-texte", null, "G3", "taux après"],
          ["information", "nombre-en-texte", null, "H3", "rangs"],
        ],
      },
    ],
  },
  {
    nom: "12-abaissant-fautes-et-durees",
    situation:
      "Plancher 25 % de 500 = 125 : 124 est dessous. 150 × 50 % = 75, retenu 90 : un rehaussement. 4e période : 12 000 habitants et 20 % d'inconstructible, dépassée ; 4 999 habitants, dérogation possible ; 5 000 habitants mais 30 % d'inconstructible, possible aussi (borne incluse) ; 5 000 habitants et 29 %, dépassée.",
    contexte: REPONSES,
    feuilles: [
      {
        nom: "CMS abaissant",
        dessin: `
Communes | Manquants au 01/01/2025 | Écart (points) | Objectif 2026-2028 avant CMS | Objectif 2026-2028 après CMS (abaissement) | Nb de périodes consécutives | Population municipale | % inconstructible
Chevannes | 500 | 5 | 165 | 124 | 1 | 15000 | 0%
Diges | 150 | 3 | 75 | 90 | 1 | 9000 | 0%
Escolives | 400 | 6 | 132 | 100 | 4 | 12000 | 20%
Gurgy-le-Bas | 200 | 6 | 66 | 50 | 4 | 4999 | 0%
Héry | 100 | 6 | 33 | 25 | 4 | 5000 | 30%
Jussy | 100 | 6 | 33 | 25 | 4 | 5000 | 29%
Total général | 1450 | | 504 | 414 | | |`,
      },
    ],
    verdict: "non conforme",
    tableaux: [
      {
        feuille: "CMS abaissant",
        plageDonnees: "A2:H7",
        type: "abaissant",
        periode: "2026-2028",
        epci: null,
        verdict: "non conforme",
        totaux: [1450, 504, 504, 414],
        constats: [
          ["erreur", "sous-plancher-abaissant", "Chevannes", "E2", "124 sous 125"],
          ["avertissement", "releve-au-dessus-du-legal", "Diges", "E3", "90 au-dessus de 75"],
          ["erreur", "duree-depassee", "Escolives", "F4", "4e période, sans dérogation possible"],
          ["avertissement", "duree-derogation-possible", "Gurgy-le-Bas", "F5", "4 999 habitants"],
          ["avertissement", "duree-derogation-possible", "Héry", "F6", "30 % inconstructible"],
          ["erreur", "duree-depassee", "Jussy", "F7", "5 000 habitants, 29 %"],
        ],
      },
    ],
  },
  {
    nom: "13-sans-amenagement-en-points",
    situation:
      "Taux en 33, 50, 100 et 20 ou 25, écarts calculables. 20 − 14,3 = 5,7 → 33 % de 250 = 82,5 → 83 ; 25 − 22,5 = 2,5 → 45 ; 20 − 18,9 = 1,1 → 17 ; Thézy, à 15 % de 140 = 21, ne peut être qu'une nouvelle entrante : présumée, en information.",
    contexte: { signataires: true },
    feuilles: [
      {
        nom: "Droit commun",
        dessin: `
CMS 2026-2028 sans aménagement des objectifs
Nom de la commune | % LLS | Taux SRU à atteindre | Logements manquants (inventaire 2025) | Taux de rattrapage | Objectif légal | Objectif retenu
Aulnoy-la-Mare | 14.3 | 20 | 250 | 33 | 83 | 83
Brézins-le-Petit | 22.5 | 25 | 90 | 50 | 45 | 45
Villerouge-Aval | 18.9 | 20 | 17 | 100 | 17 | 17
Thézy | 9.8 | 20 | 140 | 15 | 21 | 21
Somme | | | 497 | | 166 | 166`,
      },
    ],
    verdict: "conforme",
    tableaux: [
      {
        feuille: "Droit commun",
        plageDonnees: "A3:G6",
        type: "sans aménagement",
        periode: "2026-2028",
        epci: null,
        verdict: "conforme",
        totaux: [497, 166, 166, 166],
        constats: [
          ["information", "unite-convertie", null, "B3", "taux LS en pour-cent"],
          ["information", "unite-convertie", null, "C3", "taux cible en pour-cent"],
          ["information", "unite-convertie", null, "E3", "taux de rattrapage en pour-cent"],
          ["information", "entrante-presumee", "Thézy", "E6", "15 %"],
        ],
      },
    ],
  },
  {
    nom: "14-sans-amenagement-plai-pls",
    situation:
      "Retenu sous le légal : erreur ; au-dessus : avertissement. PLAI : 30 % de 165 = 49,5 → 50, 49 manque ; PLS : 30 % de 99 = 29,7 → 29, 30 est trop ; à 9 % de LS sans savoir s'il y a un PLH, 20 % de 66 = 13,2 → 13 : 15 est un avertissement (30 % = 19).",
    contexte: REPONSES,
    feuilles: [
      {
        nom: "Objectifs",
        dessin: `
Contrat sans aménagement, 9e période triennale
Commune | Tx LS | Manquants | Écart (pts) | Objectif légal | Objectif retenu | dont PLAI | dont PLS
Arces | 12% | 500 | 8 | 165 | 165 | 49 | 20
Brion-Dilo | 15% | 300 | 5 | 99 | 99 | 30 | 30
Cudot | 9% | 200 | 11 | 66 | 66 | 20 | 15
Dixmont-Bas | 16.5% | 100 | 3.5 | 50 | 49 | 15 | 5
Égriselle | 18.2% | 40 | 1.8 | 40 | 44 | 14 | 5`,
      },
    ],
    verdict: "non conforme",
    tableaux: [
      {
        feuille: "Objectifs",
        plageDonnees: "A3:H7",
        type: "sans aménagement",
        periode: "2026-2028",
        epci: null,
        verdict: "non conforme",
        totaux: [1140, 420, 420, 423],
        constats: [
          ["erreur", "plai-insuffisant", "Arces", "G3", "49 sous 50"],
          ["erreur", "pls-excessif", "Brion-Dilo", "H4", "30 au-dessus de 29"],
          ["avertissement", "pls-excessif", "Cudot", "H5", "15 : au-dessus de 13 sans PLH"],
          ["erreur", "objectif-different-du-legal", "Dixmont-Bas", "F6", "49 sous 50"],
          ["avertissement", "objectif-different-du-legal", "Égriselle", "F7", "44 au-dessus de 40"],
          ["avertissement", "objectif-au-dessus-des-manquants", "Égriselle", "F7", "44 pour 40"],
        ],
      },
    ],
  },
  {
    nom: "15-inventaire-et-bornes",
    situation:
      "Inventaire 2024 pour 2026-2028 : à recaler. Écart de 4 exactement : 50 %, signalé. 4,004 affiché « 4,0 » : 33 %, en information. Un taux annoncé de 40 % sans écart n'est aucun taux légal. 200 × 50 % = 100 ; 300 × 33 % = 99. Une donnée indéterminée rend les sommes légales inconnues.",
    contexte: REPONSES,
    feuilles: [
      {
        nom: "Provisoire",
        dessin: `
Contrat sans aménagement 2026-2028
Commune | Manquants au 01/01/2024 | Écart (points) | Taux légal de rattrapage | Objectif légal | Objectif retenu
Looze | 200 | 4 | 50% | 100 | 100
Migé-Haut | 300 | 4.004[0.0] | 33% | 99 | 99
Neuvy-Sol | 100 | | 40% | 40 | 40`,
      },
    ],
    verdict: "non conforme",
    tableaux: [
      {
        feuille: "Provisoire",
        plageDonnees: "A3:F5",
        type: "sans aménagement",
        periode: "2026-2028",
        epci: null,
        verdict: "non conforme",
        totaux: [600, 239, null, 239],
        constats: [
          ["avertissement", "inventaire-a-recaler", null, "B2", "2024 au lieu de 2025"],
          ["avertissement", "ecart-egal-4", "Looze", "C3", "50 % ; l'annexe 2 se lit 33 %"],
          ["information", "ecart-proche-d-une-borne", "Migé-Haut", "C4", "4,004 affiché 4,0"],
          ["erreur", "taux-avant-inconnu", "Neuvy-Sol", "D5", "40 %"],
        ],
      },
    ],
  },
  {
    nom: "16-ecart-contraire-plai-et-pls",
    situation:
      "Perreuse : 20 % et 15 % font 5 points, le tableau en porte 3 et 50 % au lieu de 33 % : erreur, légal inconnu. Quenne-Bas : 20 % et 12 % font 8 points et non 5, au même taux de 33 % : avertissement ; 150 × 33 % = 49,5 → 50 ; 45 PLAI et 10 PLS font 55, plus que 50. Ravières-Haut : 100 × 50 % = 50, rien à dire.",
    contexte: REPONSES,
    feuilles: [
      {
        nom: "Objectifs",
        dessin: `
Contrat sans aménagement 2026-2028
Commune | Taux légal | Taux LLS | Manquants | Écart (points) | Objectif légal | Objectif retenu | dont PLAI | dont PLS
Perreuse | 20% | 15% | 200 | 3 | 100 | 100 | 30 | 10
Quenne-Bas | 20% | 12% | 150 | 5 | 50 | 50 | 45 | 10
Ravières-Haut | 20% | 17.5% | 100 | 2.5 | 50 | 50 | 15 | 10`,
      },
    ],
    verdict: "non conforme",
    tableaux: [
      {
        feuille: "Objectifs",
        plageDonnees: "A3:I5",
        type: "sans aménagement",
        periode: "2026-2028",
        epci: null,
        verdict: "non conforme",
        totaux: [450, 200, null, 200],
        constats: [
          ["erreur", "ecart-contraire", "Perreuse", "E3", "3 points pour 5"],
          ["avertissement", "ecart-contraire", "Quenne-Bas", "E4", "5 points pour 8"],
          ["avertissement", "plai-et-pls-excessifs", "Quenne-Bas", "I4", "45 et 10 pour 50"],
        ],
      },
    ],
  },
];
