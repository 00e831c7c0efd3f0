import { titreDEcheancier } from "../../src/tableau/echeancier";
import { reconnaitreRubriques } from "../../src/tableau/reconnaitre-titre";

/** Ce que les agents ajoutent à un titre : dates, seuils, renvois, césures, abréviations. Le sens reste le même. */
test.each<[string, string[]]>([
  [
    "deficit",
    [
      "Manquants pour atteindre le taux de 25 %",
      "Déficit afin d'arriver à 25 %",
      "LLS manquants pour parvenir au taux légal",
      "Déficit (au taux de 25 %)",
      "Manquants (cible 20 %)",
      "Manquants (seuil : 25 %)",
      "Déficit (tx 20)",
      "Manquants au 1er janvier 2025",
      "Manquants 01/01/25",
      "Manquants au 1 janv. 2025",
      "Manquants 1-1-2025",
      "LLS manquants (1)",
      "LLS manquants (a)",
      "LLS manquants (*)",
      "LLS manquants*",
      "LLS manquants²",
      "LLS man-\nquants",
      "L.L.S. manquants",
      "LLS_manquants",
      "manquants2025",
    ],
  ],
  [
    "ecart",
    ["Nb de points d'écart au taux cible", "Δ au taux légal", "∆ pts", "Écart (nombre de points)"],
  ],
  ["tauxCible", ["20 ou 25 %", "20/25 %", "Taux 25 % ou 20 %", "Cible 20 et 25 %", "25-20 %"]],
  ["tauxLs", ["LLS/RP", "LS / RP", "L.L.S./R.P.", "Part LLS au 1er janvier 2025", "% LLS 2025"]],
  [
    "prioritaire",
    [
      "< 15 %",
      "≤ 15 %",
      "Moins de 15 %",
      "Inf. à 15 %",
      "Sous les 15 %",
      "Sous 15 %",
      "Seuil de 15 %",
    ],
  ],
  ["accord", ["Accord (O/N)", "Accord (oui/non)", "Accord ?", "Accord (o ou n)"]],
  [
    "objectifApres",
    [
      "Objectif de réalisation retenu",
      "Obj. de réalisation mutualisé",
      "Obj. 2026-28 ap. mutu",
      "Objectif après 2026/2028",
      "Objectif retenu période triennale 2026 à 2028",
      "Objectif retenu 9e période triennale",
      "objectif2026 retenu",
      "obj_apres_mutu",
      "objectifRETENU",
    ],
  ],
  [
    "objectifAvant",
    ["Objectif 33 %", "Objectif au taux légal", "Obj. triennal au taux de droit commun"],
  ],
  ["tauxAvant", ["Taux de rattrapage 33 %", "33 % (droit commun) taux de rattrapage"]],
  ["residencesPrincipales", ["Rési-\ndences principales", "R.P. 2025", "Nb de RP au 01.01.2025"]],
])("%s : les variantes d'un même titre", (rubrique, titres) => {
  const vues = titres.map((titre) => `${titre} → ${reconnaitreRubriques(titre)[0]?.rubrique}`);
  expect(vues).toEqual(titres.map((titre) => `${titre} → ${rubrique}`));
});

test.each<[string, string[], number, string | null]>([
  ["le total à droite des années", ["2026", "2027", "2028", "Total"], 3, "Objectif"],
  ["le total à gauche", ["Total", "2026", "2027", "2028"], 0, "Objectif"],
  ["après un nom", ["Commune", "2026", "2027", "2028", "Cumul 2026-2028"], 4, "Objectif"],
  [
    "un groupe qui dit le contrat",
    ["CMS › 2026", "CMS › 2027", "CMS › 2028", "CMS › Total"],
    3,
    "Objectif cms cms",
  ],
  ["trois années qui ne font pas une période", ["2025", "2026", "2027", "Total"], 3, null],
  ["deux années seulement", ["2026", "2027", "Total"], 2, null],
  ["des années qui ne se suivent pas", ["2026", "2028", "2027", "Total"], 3, null],
  ["une période d'avant 2002", ["1999", "2000", "2001", "Total"], 3, null],
  ["la première période", ["2002", "2003", "2004", "Total"], 3, "Objectif"],
  ["une colonne d'année n'est pas le total", ["2026", "2027", "2028", "Total"], 2, null],
  ["un total loin des années", ["2026", "2027", "2028", "Maire", "Total"], 4, null],
  [
    "« total » dans le groupe, pas dans la colonne",
    ["Total › 2026", "Total › 2027", "Total › 2028", "Total › Solde"],
    3,
    null,
  ],
  [
    "des agréments ne sont pas un objectif",
    ["Agréments 2026", "Agréments 2027", "Agréments 2028", "Total"],
    3,
    null,
  ],
  [
    "un objectif en partie d'autre chose",
    ["CMS réalisé 2026", "CMS réalisé 2027", "CMS réalisé 2028", "Total"],
    3,
    null,
  ],
])("échéancier : %s", (_, titres, j, attendu) => {
  expect(titreDEcheancier(titres, j)).toBe(attendu);
});
