import { phraserRefus, texteDesRefus } from "../../src/redaction";
import type { Refus } from "../../src/regles";

/** Un exemplaire de chaque refus : TypeScript exige que la liste soit complète. */
const REFUS: { [Code in Refus["code"]]: Extract<Refus, { code: Code }> } = {
  "pas-un-nombre": { code: "pas-un-nombre", argument: "deficit", recu: "env. 120" },
  vide: { code: "vide", argument: "deficit" },
  "erreur-de-cellule": { code: "erreur-de-cellule", argument: "ecart", erreur: "#VALUE!" },
  negatif: { code: "negatif", argument: "deficit", valeur: -5 },
  "pas-entier": { code: "pas-entier", argument: "deficit", valeur: 12.5 },
  "trop-grand": { code: "trop-grand", argument: "ecart", valeur: 30, maximum: 25 },
  "ecart-en-fraction": { code: "ecart-en-fraction", deficit: 500, ecart: 0.05 },
  "ecart-nul": { code: "ecart-nul", deficit: 500, ecart: 0 },
  "deficit-nul": { code: "deficit-nul", ecart: 5 },
  "taux-superieur-a-1": { code: "taux-superieur-a-1", argument: "tauxRetenu", valeur: 33 },
  "taux-sous-plancher": {
    code: "taux-sous-plancher",
    taux: 100_000,
    plancher: 170_000,
    type: "mutualisant",
    article: "L. 302-8, X, al. 2",
  },
  "taux-sans-objet": { code: "taux-sans-objet", type: "legal", taux: 300_000 },
  "taux-requis": { code: "taux-requis", tauxLegal: 330_000 },
  "mot-inconnu": {
    code: "mot-inconnu",
    argument: "type",
    recu: "abaisant",
    acceptes: ["légal", "abaissant"],
  },
  "type-hors-periode": { code: "type-hors-periode", type: "abaissant", periode: "2020-2022" },
  "periode-hors-bareme": {
    code: "periode-hors-bareme",
    recue: "2029-2031",
    couvertes: ["2026-2028"],
  },
  inverses: { code: "inverses", logementsSociaux: 6000, residencesPrincipales: 900 },
  "sans-residence": { code: "sans-residence" },
  "cible-inconnue": { code: "cible-inconnue", recue: 30 },
  "unites-melangees": { code: "unites-melangees", tauxCible: 20, tauxLs: 0.145 },
  "plh-requis": { code: "plh-requis", tauxLs: 0.09 },
  "taux-ls-requis": { code: "taux-ls-requis" },
};

test.each(Object.values(REFUS).map((refus) => [refus.code, refus] as const))(
  "%s : trois temps, en phrases, sans jargon",
  (_code, refus) => {
    const message = phraserRefus(refus);
    for (const partie of Object.values(message)) {
      expect(partie).toMatch(/^[A-ZÀÉÊ0-9].*[.?!]$/s);
      expect(partie).not.toMatch(/undefined|NaN|null|\[object| [;?!:%»]|« /);
    }
  }
);

test("l'écart en fraction porte sa cure et l'objectif s'il est exact", () => {
  expect(texteDesRefus([REFUS["ecart-en-fraction"]])).toMatch(
    /Écart de 0,05 point.*Saisissez 5, ou utilisez CMS\.ECART.*500\./
  );
});

test("un type inconnu nomme ceux qui sont acceptés", () => {
  expect(texteDesRefus([REFUS["mot-inconnu"]])).toMatch(/abaisant.*légal.*abaissant/);
});

test("plusieurs raisons se suivent", () => {
  const texte = texteDesRefus([REFUS.negatif, REFUS["taux-requis"]]);
  expect(texte).toContain("négatif");
  expect(texte).toContain("taux retenu");
});
