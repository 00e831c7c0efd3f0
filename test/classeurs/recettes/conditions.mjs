/** Ce que la loi demande en plus des nombres, dit par des colonnes ou par l'agent. Communes et intercommunalités fictives. */

import { REPONSES_FAVORABLES } from "./reponses.mjs";

/** @type {import("../../../outils/fabriquer-classeurs.mjs").Recette[]} */
export const CONDITIONS = [
  {
    nom: "05-conditions-refusees",
    situation:
      "Chiffres justes (165 + 99 = 85 + 179), conditions contraires : accord refusé, PLH absent, avis non rendu, une commune déficitaire et un signataire manquent.",
    contexte: { entrantes: [], toutesLesCommunes: false, signataires: false },
    feuilles: [
      {
        nom: "CMS 26-28",
        dessin: `
CC du Bas-Armançon : contrat mutualisant
Commune | Manquants | Écart (points) | Objectif légal | Objectif mutualisé | PLH exécutoire | Avis CNSRU | Accord du maire
Vireaux | 500 | 5 | 165 | 85 | Non | Non rendu | Oui
Argentenay | 300 | 5 | 99 | 179 | Non | Non rendu | Non
Total | 800 | | 264 | 264`,
      },
    ],
    verdict: "non conforme",
    tableaux: [
      {
        feuille: "CMS 26-28",
        plageDonnees: "A3:H4",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "CC du Bas-Armançon",
        verdict: "non conforme",
        totaux: [800, 264, 264, 264],
        constats: [
          ["erreur", "plh-absent", null, "F3", "PLH : non (X, al. 5)"],
          ["erreur", "avis-non-rendu", null, "G3", "avis de la commission nationale : non rendu"],
          ["erreur", "accord-refuse", "Argentenay", "H4", "relevée de 99 à 179 sans accord"],
          ["erreur", "communes-absentes", null, null, "répondu non"],
          ["erreur", "signataires-absents", null, null, "répondu non"],
        ],
      },
    ],
  },
  {
    nom: "06-conditions-vides",
    situation:
      "Les mêmes chiffres ; les colonnes des conditions sont prévues et laissées vides ou « en cours ».",
    contexte: { entrantes: [] },
    feuilles: [
      {
        nom: "CMS 26-28",
        dessin: `
CC du Bas-Armançon : contrat mutualisant
Commune | Manquants | Écart (points) | Objectif légal | Objectif mutualisé | PLH exécutoire | Avis CNSRU | Accord du maire
Vireaux | 500 | 5 | 165 | 85 | en cours | | Oui
Argentenay | 300 | 5 | 99 | 179 | en cours | |
Total | 800 | | 264 | 264`,
      },
    ],
    verdict: "avertissements seulement",
    tableaux: [
      {
        feuille: "CMS 26-28",
        plageDonnees: "A3:H4",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "CC du Bas-Armançon",
        verdict: "avertissements seulement",
        totaux: [800, 264, 264, 264],
        constats: [
          ["avertissement", "plh-vide", null, "F3", "« en cours »"],
          ["avertissement", "avis-vide", null, "G3", "colonne vide"],
          ["avertissement", "accord-vide", "Argentenay", "H4", "relevée, cellule vide"],
        ],
      },
    ],
  },
  {
    nom: "07-exemptee-carencee-masquee",
    situation:
      "Avis défavorable (simple : n'interdit rien), une commune carencée, une exemptée à qui le tableau donne un objectif, une ligne masquée. Hors l'exemptée : 165 + 99 = 264 ; 85 + 179 = 264. Le total du tableau, 297, compte l'exemptée.",
    contexte: { ...REPONSES_FAVORABLES, avisCnsru: "défavorable" },
    feuilles: [
      {
        nom: "Feuil1",
        dessin: `
Mutualisation 2026-2028, CA des Monts d'Othe
Commune | Statut SRU | LS manquants au 01/01/2025 | Écart | Objectif avant mutualisation | Objectif après mutualisation
Vaudeurs | carencée | 500 | 5 | 165 | 85
Cérilly-en-Othe | déficitaire | 300 | 5 | 99 | 179
Bœurs-le-Haut | exemptée | 100 | 6 | 33 | 33
Total | | 900 | | 297 | 297`,
        lignesMasquees: [4],
      },
    ],
    verdict: "avertissements seulement",
    tableaux: [
      {
        feuille: "Feuil1",
        plageDonnees: "A3:F5",
        type: "mutualisant",
        periode: "2026-2028",
        epci: "CA des Monts d'Othe",
        verdict: "avertissements seulement",
        totaux: [800, 264, 264, 264],
        constats: [
          ["information", "carencee", "Vaudeurs", null, "carencée"],
          ["avertissement", "exemptee", "Bœurs-le-Haut", "A5", "exemptée, avec un objectif"],
          ["information", "lignes-masquees", null, null, "ligne 4"],
          ["information", "avis-defavorable", null, null, "avis simple"],
        ],
      },
    ],
  },
];
