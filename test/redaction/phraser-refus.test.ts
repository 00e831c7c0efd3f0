import { phraserRefus, texteDesRefus } from "../../src/redaction";
import type { Refus } from "../../src/regles";

/** Un exemplaire de chaque refus : TypeScript exige que la liste soit complète. */
const REFUS: { [Code in Refus["code"]]: Extract<Refus, { code: Code }> } = {
  "pas-un-nombre": { code: "pas-un-nombre", argument: "deficit", recu: "env. 120" },
  vide: { code: "vide", argument: "deficit" },
  "erreur-de-cellule": { code: "erreur-de-cellule", argument: "ecart", erreur: "#VALUE!" },
  nul: { code: "nul", argument: "population" },
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
  "troisieme-periode-d-entrante": { code: "troisieme-periode-d-entrante" },
  "sans-limite-de-duree": { code: "sans-limite-de-duree", type: "legal" },
  "inventaire-non-verifie": { code: "inventaire-non-verifie", periode: "2020-2022" },
  "plai-et-pls-en-trop": { code: "plai-et-pls-en-trop", plai: 30, pls: 30, realises: 1 },
  "periode-hors-bareme": {
    code: "periode-hors-bareme",
    recue: "2029-2031",
    couvertes: ["2026-2028"],
  },
  inverses: { code: "inverses", logementsSociaux: 6000, residencesPrincipales: 900 },
  "sans-residence": { code: "sans-residence" },
  "cible-inconnue": { code: "cible-inconnue", recue: 30 },
  "unites-melangees": { code: "unites-melangees", tauxCible: 20, tauxLs: 0.145 },
  "lignes-illisibles": {
    code: "lignes-illisibles",
    lignes: [{ ligne: 3, refus: [{ code: "negatif", argument: "capacite", valeur: -5 }] }],
  },
  "total-sous-le-legal": { code: "total-sous-le-legal", total: 250, legal: 264 },
  "total-au-dela-des-manquants": {
    code: "total-au-dela-des-manquants",
    total: 900,
    manquants: 800,
  },
  "plh-requis": { code: "plh-requis", tauxLs: 0.09 },
  "taux-ls-requis": { code: "taux-ls-requis" },
  "parc-sans-croissance": { code: "parc-sans-croissance", variation: -12 },
  "croissance-en-taux": { code: "croissance-en-taux", recue: 0.01, residencesPrincipales: 6000 },
  "aucun-manque": { code: "aucun-manque", objectif: 100 },
  "partie-superieure": {
    code: "partie-superieure",
    partie: "q1HorsQpv",
    tout: "horsQpv",
    valeurs: [30, 20],
  },
  "trop-de-menages": { code: "trop-de-menages", logements: 10, modestes: 8, depassements: 3 },
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

test("un total impossible dit de combien, et quel total donner", () => {
  expect(texteDesRefus([REFUS["total-sous-le-legal"]])).toMatch(
    /250.*trop bas de 14.*au moins 264/
  );
  expect(texteDesRefus([REFUS["total-au-dela-des-manquants"]])).toMatch(
    /900.*trop haut de 100.*au plus 800/
  );
});

test("des lignes illisibles sont nommées, la première est expliquée", () => {
  const lignes = Array.from({ length: 12 }, (_, rang) => ({
    ligne: rang + 2,
    refus: [{ code: "negatif", argument: "ecart", valeur: -1 - rang } as const],
  }));
  const dire = (nombre: number): string =>
    texteDesRefus([{ code: "lignes-illisibles", lignes: lignes.slice(0, nombre) }]);
  expect(dire(1)).toMatch(/^La ligne 2 du tableau ne se lit pas\. Ligne 2\s: L’écart est négatif/);
  expect(dire(3)).toMatch(/^Les lignes 2, 3 et 4 du tableau/);
  expect(dire(12)).toMatch(/^Les lignes 2, 3, 4, 5, 6, 7, 8, 9 et 4 autres du tableau/);
});

test("un taux trop haut dit le plus haut admis, et sa cure", () => {
  const trop = REFUS["taux-superieur-a-1"];
  expect(texteDesRefus([trop])).toMatch(/dépasse 100\s%.*0,33 ou 33\s%/);
  expect(texteDesRefus([{ ...trop, maximum: 2 }])).toMatch(/dépasse 200\s%/);
});

test.each([
  [1.25, undefined, /au plus 100\s%/],
  [1.99, undefined, /au plus 100\s%/],
  [2, undefined, /0,02 ou 2\s%/],
  [2.5, 2, /au plus 200\s%/],
  [33, 2, /0,33 ou 33\s%/],
] as const)("%d, à peine trop haut, n'est pas pris pour un pour-cent", (valeur, maximum, cure) => {
  const trop = { ...REFUS["taux-superieur-a-1"], valeur };
  const { queFaire } = phraserRefus(maximum === undefined ? trop : { ...trop, maximum });
  expect(queFaire).toMatch(cure);
});

test("une période en nombre, écrit sans milliers, renvoie aux guillemets ; un jour d'avant 2002, aux années lues", () => {
  const periode = REFUS["periode-hors-bareme"];
  expect(texteDesRefus([{ ...periode, recue: 46188 }])).toMatch(
    /«\s46188\s».*entre guillemets, par exemple "2026-2028".*CMS\.PERIODE/
  );
  expect(texteDesRefus([{ ...periode, recue: "1905", jour: 2001 }])).toMatch(
    /La date 2001.*un jour de 1905.*de 2002 à 2100/
  );
});

test("trop de périodes consommées : une année, sans doute", () => {
  const refus = { code: "trop-grand", argument: "periodesConsommees", maximum: 10 } as const;
  expect(phraserRefus({ ...refus, valeur: 2023 }).queFaire).toContain("non une année");
});

test("l'adjectif s'accorde avec son argument", () => {
  const population = { argument: "population", valeur: -3 } as const;
  expect(texteDesRefus([{ code: "negatif", ...population }])).toContain("négative");
  expect(texteDesRefus([{ code: "trop-grand", ...population, maximum: 1 }])).toContain("grande");
});

test("une troisième période d'entrante renvoie au droit commun", () => {
  expect(texteDesRefus([REFUS["troisieme-periode-d-entrante"]])).toMatch(
    /guide se tait.*VII.*«\ssans aménagement\s»/
  );
});

test("plusieurs raisons se suivent", () => {
  const texte = texteDesRefus([REFUS.negatif, REFUS["taux-requis"]]);
  expect(texte).toContain("négatif");
  expect(texte).toContain("taux retenu");
});
