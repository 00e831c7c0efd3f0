/** Contrats mutualisants. Communes et intercommunalités fictives. */

import { REPONSES_FAVORABLES } from "./reponses.mjs";

/** @type {import("../../../outils/fabriquer-classeurs.mjs").Recette[]} */
export const MUTUALISANTS = [
  {
    nom: "01-trame-propre",
    situation:
      "Les communes A et B de la plaquette : 500 × 33 % = 165, 300 × 33 % = 99 ; plancher 17 % = 85 ; 264 avant, 264 après : l'égalité suffit. Taux après calculé par formule, totaux par SOMME.",
    contexte: REPONSES_FAVORABLES,
    feuilles: [
      {
        nom: "Article 2",
        dessin: `
Contrat de mixité sociale 2026-2028 – CC des Trois Landes

Communes | LS manquants au 1er janvier 2025 | Écart au taux légal (points) | Taux de rattrapage avant mutualisation | Objectifs avant mutualisation | Taux de rattrapage après mutualisation | Objectifs après mutualisation
Ambrelles | 500 | 5.2 | 33% | =ROUNDUP(B4*D4,0) → 165 | =G4/B4 → 85/500[0.0%] | 85
Courtebise | 300 | 6 | 33% | =ROUNDUP(B5*D5,0) → 99 | =G5/B5 → 179/300[0.0%] | 179
Total | =SUM(B4:B5) → 800 | | | =SUM(E4:E5) → 264 | | =SUM(G4:G5) → 264`,
        fusions: ["A1:G1"],
      },
    ],
    verdict: "conforme",
    tableaux: [
      {
        feuille: "Article 2",
        plageDonnees: "A4:G5",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "CC des Trois Landes",
        verdict: "conforme",
        totaux: [800, 264, 264, 264],
        constats: [],
      },
    ],
  },
  {
    nom: "02-secteurs-et-titres-fusionnes",
    situation:
      "Titres sur deux lignes fusionnées, « Après » avant « Avant », secteurs et sous-totaux, 2023-2025. 410 × 33 % = 135,3 → 136 ; 120 × 50 % = 60 ; 64 × 100 % = 64 ; 230 × 33 % = 75,9 → 76 ; 336 avant, 90 + 60 + 64 + 122 = 336 après. Plancher de Lavercy : 69,7 → 70.",
    contexte: { ...REPONSES_FAVORABLES, accords: ["Rochefouin"] },
    feuilles: [
      {
        nom: "Mutualisation 2023-2025",
        dessin: `
Communauté d'agglomération du Val de Sorne
| Situation au 01/01/2022 | | Après mutualisation | | Avant mutualisation |
Commune | Écart (pts) | LLS manquants | Objectif | Taux | Taux | Objectif
Secteur nord
Lavercy | 7.1 | 410 | 90 | 21.95% | 33% | 136
Pontarion-le-Bas | 3.4 | 120 | 60 | 50% | 50% | 60
Sous-total | | 530 | 150 | | | 196
Secteur sud
Meslières | 1.2 | 64 | 64 | 100% | 100% | 64
Rochefouin | 9 | 230 | 122 | 53.04% | 33% | 76
Sous-total | | 294 | 186 | | | 140
TOTAL EPCI | | 824 | 336 | | | 336

Source : inventaire notifié. Note : Pontarion-le-Bas n'a pas souhaité être abaissée.`,
        fusions: ["B2:C2", "D2:E2", "F2:G2", "A4:G4", "A8:G8"],
      },
    ],
    verdict: "conforme",
    tableaux: [
      {
        feuille: "Mutualisation 2023-2025",
        plageDonnees: "A5:G10",
        type: "mutualisant",
        periode: "2023-2025",
        epci: "Communauté d'agglomération du Val de Sorne",
        verdict: "conforme",
        totaux: [824, 336, 336, 336],
        constats: [],
      },
    ],
  },
  {
    nom: "03-export-sig",
    situation:
      "Titres d'un export, tableau en D6, écarts et taux au format %. 20 % − 12,5 % = 7,5 points → 33 % de 612 = 201,96 → 202 ; 25 % − 21,9 % = 3,1 → 50 % de 88 = 44 ; 150 à 10,2 points → 49,5 → 50 ; 296 avant ; 120 + 44 + 132 = 296 après. Un commentaire chiffré à gauche n'est pas du tableau.",
    contexte: REPONSES_FAVORABLES,
    feuilles: [
      {
        nom: "export_cms_2026_2028",
        dessin: `
extraction du 12
| Interco : CC du Pays d'Aumance
version | 3


| | | CODE_INSEE | NOM_COM | NB_LLS_MANQUANTS_2025 | TX_CIBLE | TX_LLS_2025 | ECART_TX | OBJ_AVANT_MUTU | OBJ_APRES_MUTU
| | | "60901" | Drélencourt | 612 | 20% | 12.5% | 7.5% | 202 | 120
| | | "60902" | Haumont-sur-Aumance | 88 | 25% | 21.9% | 3.1% | 44 | 44
| | | "60903" | Pisseleux-le-Vieux | 150 | 25% | 14.8% | 10.2% | 50 | 132`,
      },
    ],
    verdict: "conforme",
    tableaux: [
      {
        feuille: "export_cms_2026_2028",
        plageDonnees: "D7:K9",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "CC du Pays d'Aumance",
        verdict: "conforme",
        totaux: [850, 296, 296, 296],
        constats: [
          [
            "information",
            "unite-convertie",
            null,
            "I7",
            "écarts au format % : 7,5 % lu 7,5 points",
          ],
        ],
      },
    ],
  },
  {
    nom: "04-planchers-et-colonnes-fausses",
    situation:
      "Une faute par commune. Abry : 500, plancher de la loi 82,5 → 83, du guide 85 ; 84 est entre les deux. Bessay : 300, loi 49,5 → 50 ; 49 est dessous. Cany : 101 × 50 % = 50,5, dont l'arrondi, supérieur ou au plus proche, est 51 : 50 est faux. Donzy : 410 × 33 % = 135,3 ; 135 est l'arrondi au plus proche. Esnes : 90 annoncés à 33 % pour un écart de 3 → 50 %, 45. Fulvy : 120 pour 100 manquants. Gy : taux après 25 % pour 60 / 200 = 30 %. Somme légale : 165 + 99 + 51 + 135 + 45 + 33 + 66 = 594.",
    contexte: REPONSES_FAVORABLES,
    feuilles: [
      {
        nom: "Projet",
        dessin: `
EPCI : CC de la Haute Ouanne
Période 2026-2028
Commune | Déficit LLS | Écart | Tx ratt. avant mutu | Obj. avant mutu | Tx ratt. après mutu | Obj. après mutu
Abry | 500 | 6 | 33% | 165 | 16.8% | 84
Bessay | 300 | 7 | 33% | 99 | | 49
Cany | 101 | 2.5 | 50% | 50 | | 51
Donzy | 410 | 5 | 33% | 135 | | 135
Esnes | 90 | 3 | 33% | 45 | 50% | 45
Fulvy | 100 | 8 | 33% | 33 | 120% | 120
Gy | 200 | 9 | 33% | 66 | 25% | 60`,
      },
    ],
    verdict: "non conforme",
    tableaux: [
      {
        feuille: "Projet",
        plageDonnees: "A4:G10",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "CC de la Haute Ouanne",
        verdict: "non conforme",
        totaux: [1701, 593, 594, 544],
        constats: [
          ["erreur", "somme-insuffisante", null, null, "594 avant, 544 après : il manque 50"],
          ["avertissement", "sous-plancher-guide", "Abry", "G4", "84 : entre 83 et 85"],
          ["erreur", "sous-plancher-loi", "Bessay", "G5", "49 sous 50"],
          ["erreur", "objectif-avant-faux", "Cany", "E6", "50 au lieu de 51"],
          ["avertissement", "objectif-avant-arrondi", "Donzy", "E7", "135,3 arrondi à 135"],
          ["erreur", "taux-avant-faux", "Esnes", "D8", "33 % au lieu de 50 %"],
          ["avertissement", "objectif-au-dessus-des-manquants", "Fulvy", "G9", "120 pour 100"],
          ["avertissement", "taux-apres-incoherent", "Gy", "F10", "60 / 200 = 30 %"],
        ],
      },
    ],
  },
  {
    nom: "08-trame-sans-reponse",
    situation:
      "La trame seule, sans écart ni réponse : les taux annoncés font foi (412 × 33 % = 135,96 → 136 ; 97 × 50 % = 48,5 → 49 ; 185 = 105 + 80), et les conditions restent à confirmer. Le total n'a pas de nom ; des signatures suivent.",
    contexte: null,
    feuilles: [
      {
        nom: "Art. 2",
        dessin: `
EPCI : Communauté de communes du Ternin
Tableau de mutualisation, triennal 2026-2028

Noms des communes | Nbre de LS manquants au 1er janvier 2025 | Tx de rattrapage avant mutualisation | Objectifs 2026-2028 avant mutualisation | Tx de rattrapage après mutualisation | Objectifs 2026-2028 après mutualisation
St-Léger-le-Ternin | 412 | 33% | 136 | 25.5% | 105
Ste-Colombe-Basse | 97 | 50% | 49 | 82.5% | 80
| 509 | | 185 | | 185

Le maire, | Le préfet, | | Le président de la communauté,`,
      },
    ],
    verdict: "à confirmer",
    tableaux: [
      {
        feuille: "Art. 2",
        plageDonnees: "A5:F6",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "Communauté de communes du Ternin",
        verdict: "à confirmer",
        totaux: [509, 185, 185, 185],
        constats: [["information", "ecart-absent", null, null, "taux annoncés"]],
      },
    ],
  },
  {
    nom: "37-communes-hors-du-contrat-echeancier-rappels",
    situation:
      "Toutes les communes de l'EPCI, dont deux hors du contrat (tirets, « sans objet ») ; l'objectif retenu est le total d'un échéancier de trois années ; sous le total, des agrégats qui ne sont pas des sommes. 500 × 33 % = 165, 300 × 33 % = 99 ; 264 avant, 264 après.",
    contexte: REPONSES_FAVORABLES,
    feuilles: [
      {
        nom: "Programmation",
        dessin: `
CC des Quatre Vaux – contrat mutualisant 2026-2028

Territoire | Commune | Écart (pts) | Besoin | Taux de droit | Objectif légal | Programmation CMS | | |
 | | | | | | 2026 | 2027 | 2028 | Total 2026-2028
CC des Quatre Vaux | Ambrelles | 5.2 | 500 | 33% | 165 | 28 | 28 | 29 | =SUM(G5:I5) → 85
CC des Quatre Vaux | Orvanne | – | – | – | – | – | – | – | –
CC des Quatre Vaux | Courtebise | 6 | 300 | 33% | 99 | 59 | 60 | 60 | =SUM(G7:I7) → 179
CC des Quatre Vaux | Sauvigny | | sans objet | | sans objet | | | | sans objet
 | Total | | =SUM(D5:D8) → 800 | | =SUM(F5:F8) → 264 | 87 | 88 | 89 | =SUM(J5:J8) → 264
 | dont communes relevées | | 300 | | =F7+F8 → 99 | | | | =J7+J8 → 179
 | Moyenne par commune | | 400 | | 132 | | | | 132
 | Total 2023-2025 | | 870 | | 290 | | | | 290`,
        fusions: ["G3:J3"],
      },
    ],
    verdict: "conforme",
    tableaux: [
      {
        feuille: "Programmation",
        plageDonnees: "A5:J8",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "CC des Quatre Vaux",
        verdict: "conforme",
        totaux: [800, 264, 264, 264],
        constats: [["information", "hors-contrat", null, "D6", "Orvanne et Sauvigny"]],
      },
    ],
  },
];
