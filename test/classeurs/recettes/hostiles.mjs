/** Ce qui ne se lit pas, ou se lit à côté. Communes et intercommunalités fictives. */

import { REPONSES } from "./reponses.mjs";

/** @type {import("../../../outils/fabriquer-classeurs.mjs").Recette[]} */
export const HOSTILES = [
  {
    nom: "31-cellules-hostiles",
    situation:
      "Une cellule hostile par ligne : texte vague, erreur, date, booléen, formule sans résultat, négatif, écart nul, déficit nul ; un nom absent, deux noms qui ressemblent à des formules, un doublon. Rien n'est deviné, et les sommes ne sont pas conclues.",
    contexte: REPONSES,
    feuilles: [
      {
        nom: "Collé",
        dessin: `
Mutualisation 2026-2028
Commune | Manquants | Écart (points) | Objectif avant mutualisation | Objectif après mutualisation
Aix-Fiction | env. 120 | 5 | 40 | 40
Bury-Fiction | #N/A | 5 | 40 | 40
Coux-Fiction | 45658[dd/mm/yyyy] | 5 | 40 | 40
Dun-Fiction | VRAI | 5 | 40 | 40
Eu-Fiction | =VLOOKUP(A7,Z:Z,1,0) | 5 | 40 | 40
Fay-Fiction | -12 | 5 | 40 | 40
Gex-Fiction | 100 | 0 | 33 | 33
Ham-Fiction | 0 | 5 | 0 | 0
| 100 | 5 | 33 | 33
"=HYPERLINK(\\"http://exemple.test\\";\\"Ici\\")" | 100 | 5 | 33 | 33
"\\t@SOMME" | 100 | 5 | 33 | 33
AIX FICTION | 100 | 5 | 33 | #REF!`,
      },
    ],
    verdict: "non conforme",
    tableaux: [
      {
        feuille: "Collé",
        plageDonnees: "A3:E14",
        type: "mutualisant",
        periode: "2026-2028",
        epci: null,
        verdict: "non conforme",
        totaux: [null, 405, null, null],
        constats: [
          ["erreur", "donnee-illisible", "Aix-Fiction", "B3", "« env. 120 »"],
          ["erreur", "donnee-illisible", "Bury-Fiction", "B4", "#N/A"],
          ["erreur", "donnee-illisible", "Coux-Fiction", "B5", "une date"],
          ["erreur", "donnee-illisible", "Dun-Fiction", "B6", "un booléen"],
          ["erreur", "donnee-illisible", "Eu-Fiction", "B7", "vide : formule sans résultat"],
          ["erreur", "donnee-illisible", "Fay-Fiction", "B8", "négatif"],
          ["erreur", "ecart-nul", "Gex-Fiction", "C9", "écart nul avec un déficit"],
          [
            "erreur",
            "deficit-nul",
            "Ham-Fiction",
            "B10",
            "déficit nul, avec un écart et un objectif",
          ],
          ["avertissement", "nom-absent", "", null, "ligne 11"],
          [
            "avertissement",
            "nom-formule",
            '=HYPERLINK("http://exemple.test";"Ici")',
            "A12",
            "texte en =",
          ],
          ["avertissement", "nom-formule", "@SOMME", "A13", "tabulation puis @"],
          ["erreur", "doublon", "AIX FICTION", "A14", "Aix-Fiction, ligne 3"],
          ["erreur", "donnee-illisible", "AIX FICTION", "E14", "#REF!"],
        ],
      },
    ],
  },
  {
    nom: "32-dix-mille-lignes-vides",
    situation:
      "Un tableau propre (132 + 50 = 182 = 92 + 90), dix mille lignes vides dessous, puis une formule qui rend un texte vide et des espaces oubliés.",
    contexte: REPONSES,
    feuilles: [
      {
        nom: "CMS",
        dessin: `
CC de l'Ource – CMS mutualisé 2026-2028
Commune | Nb LLS manquants | Points manquants | LLS à produire (légal) | LLS à produire après mutualisation
Recey-Fiction | 400 | 6.2 | 132 | 92
Voulaines-Fiction | 100 | 3.9 | 50 | 90
Ensemble | 500 | | 182 | 182`,
        ailleurs: { A10006: '" "', B10007: '="" → ""', E10008: '"\u00a0"' },
      },
    ],
    verdict: "conforme",
    tableaux: [
      {
        feuille: "CMS",
        plageDonnees: "A3:E4",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "CC de l'Ource",
        verdict: "conforme",
        totaux: [500, 182, 182, 182],
        constats: [],
      },
    ],
  },
  {
    nom: "35-sans-article-2",
    situation: "Une liste de projets (article 3) et un contact : aucun tableau d'article 2.",
    contexte: null,
    feuilles: [
      {
        nom: "Projets",
        dessin: `
Opérations programmées 2026-2028
Nom | Adresse | Référence cadastrale | Maître d'ouvrage | Nombre de logements | dont sociaux | Année de financement
Les Tilleuls | rue Haute | AB 12 | Bailleur fictif | 40 | 18 | 2027
Le Verger | rue Basse | AC 7 | Promoteur fictif | 25 | 10 | 2028`,
      },
      { nom: "Contacts", dessin: "Contact | Courriel\nService habitat | habitat@exemple.test" },
    ],
    verdict: "illisible",
    tableaux: [],
  },
];
