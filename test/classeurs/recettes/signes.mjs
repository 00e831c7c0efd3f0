/** Contrats signés : la feuille « CMS – Contrat » garde ce qui est opposable. Communes et intercommunalités fictives. */

const EPCI = "CC des Terres Fictives";
const SIGNE = `${EPCI} | %s | 30/06/2026 | Signé | Sans aménagement | 2026-2028 | 2025 |`;

/** @param {string} commune @param {string} nombres */
const version = (commune, nombres) => `version | ${SIGNE.replace("%s", commune)} | ${nombres} | | `;

/** @type {import("../../../outils/fabriquer-classeurs.mjs").Recette[]} */
export const SIGNES = [
  {
    nom: "41-signe-puis-inventaire",
    situation:
      "Signé le 30/06/2026 sur l'inventaire 2025, puis tenu sur celui de 2026. Appoigny-Haut : 500 manquants à la signature, 480 aujourd'hui ; 480 × 33 % = 158,4 → 159, mais l'objectif légal de la période reste 165, et l'objectif signé 125. Beines : 120 signés, 130 au tableau. Chitry au tableau, non signée ; Druyes signée, absente. Le titre dit un abaissement, le contrat signé est sans aménagement. Manquants du bilan : 500 + 300 + 200.",
    contexte: { entrantes: [], signataires: true },
    feuilles: [
      {
        nom: "CMS – Contrat",
        dessin: `
Repère | Question | À savoir | Article | Tout le classeur
signataires | Tous les signataires signent | | | Oui
note | Versions signées du contrat
Repère | EPCI | Commune | Signé le | Version | Type de contrat | Période | Inventaire | Code INSEE | Manquants | Objectif légal | Objectif signé | PLAI au moins | PLS au plus
${version("Appoigny-Haut", "500 | 165 | 125")}
${version("Beines", "300 | 150 | 120")}
${version("Druyes", "120 | 40 | 40")}`,
      },
      {
        nom: "Suivi",
        dessin: `
EPCI : ${EPCI}
Contrat abaissant 2026-2028
Commune | LS manquants au 1er janvier 2026 | Écart (points) | Objectif 2026-2028 avant CMS | Objectif 2026-2028 abaissé | Nb de périodes consécutives
Appoigny-Haut | 480 | 4.9 | 165 | 125 | 1
Beines | 300 | 3 | 150 | 130 | 1
Chitry | 200 | 6 | 66 | 50 | 1`,
      },
    ],
    verdict: "avertissements seulement",
    tableaux: [
      {
        feuille: "Suivi",
        plageDonnees: "A4:F6",
        type: "abaissant",
        periode: "2026-2028",
        epci: EPCI,
        verdict: "avertissements seulement",
        totaux: [1000, 381, 381, 305],
        constats: [
          ["avertissement", "type-signe", null, null, "abaissant, et non sans aménagement"],
          ["information", "deficit-signe", "Appoigny-Haut", "B4", "500 puis 480"],
          ["avertissement", "objectif-signe", "Beines", "E5", "120 signés, 130 au tableau"],
          ["avertissement", "commune-non-signee", "Chitry", "A6", "au tableau seulement"],
          ["avertissement", "commune-signee-absente", "Druyes", "A3", "signée, 40 logements"],
        ],
      },
    ],
  },
];
