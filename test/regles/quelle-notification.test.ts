import fc from "fast-check";
import { BAREMES, PERIODE_PAR_DEFAUT } from "../../src/regles/bareme";
import { quelObjectif } from "../../src/regles/quel-objectif";
import { quelPlancher } from "../../src/regles/quel-plancher";
import type { TypeDeSituation } from "../../src/regles/quel-type-de-situation";
import { quelleNotification, type Notification } from "../../src/regles/quelle-notification";

const BAREME = BAREMES[PERIODE_PAR_DEFAUT];

const notifier = (deficit: number, ecart: number, type: TypeDeSituation): Notification => {
  const reponse = quelleNotification(deficit, ecart, type, BAREME);
  if (!reponse.ok) throw new Error(JSON.stringify(reponse.refus));
  return reponse;
};
const legalDe = (deficit: number, ecart: number): number => {
  const reponse = quelObjectif(deficit, ecart, "legal", null, "superieur", BAREME);
  return reponse.ok ? reponse.valeur : NaN;
};

const deficits = fc.integer({ min: 1, max: 1_000_000 });
const ecarts = fc.double({ min: 0.26, max: 25, noNaN: true });

test("sans contrat, le plus bas et le plus haut sont l'objectif de droit", () => {
  const types = fc.constantFrom<TypeDeSituation>(
    "legal",
    "entrante-1",
    "entrante-2",
    "entrante-cours"
  );
  fc.assert(
    fc.property(deficits, ecarts, types, (deficit, ecart, type) => {
      const objectif = quelObjectif(deficit, ecart, type, null, "superieur", BAREME);
      const { bas, haut } = notifier(deficit, ecart, type);
      expect([bas, haut]).toEqual(objectif.ok ? [objectif.valeur, objectif.valeur] : []);
    })
  );
});

test("abaissant : du plancher au légal", () => {
  fc.assert(
    fc.property(deficits, ecarts, (deficit, ecart) => {
      const { bas, haut } = notifier(deficit, ecart, "abaissant");
      const plancher = quelPlancher(deficit, ecart, "abaissant", "guide", BAREME);
      expect([bas, haut]).toEqual([plancher.ok && plancher.valeur, legalDe(deficit, ecart)]);
      expect(bas).toBeLessThanOrEqual(haut ?? 0);
    })
  );
});

test("mutualisant : du plancher du guide, sans maximum, avec la lecture de la loi en dessous", () => {
  fc.assert(
    fc.property(deficits, ecarts, (deficit, ecart) => {
      const { bas, haut, legal, plancherLoi } = notifier(deficit, ecart, "mutualisant");
      expect(haut).toBeNull();
      expect(legal).toBe(legalDe(deficit, ecart));
      expect(plancherLoi).toBe(Math.ceil((legal ?? 0) / 2));
      const plancher = quelPlancher(deficit, ecart, "mutualisant", "guide", BAREME);
      expect([bas, bas >= plancherLoi]).toEqual([plancher.ok && plancher.valeur, true]);
    })
  );
});

test("rehaussé : strictement au-dessus du légal, sans maximum", () => {
  fc.assert(
    fc.property(deficits, ecarts, (deficit, ecart) => {
      const { bas, haut } = notifier(deficit, ecart, "rehausse");
      expect([bas, haut]).toEqual([legalDe(deficit, ecart) + 1, null]);
    })
  );
});

test.each<TypeDeSituation>([
  "legal",
  "abaissant",
  "mutualisant",
  "entrante-1",
  "entrante-2",
  "entrante-cours",
  "rehausse",
])("%s : sans logement manquant, rien à notifier", (type) => {
  expect(notifier(0, 0, type)).toMatchObject({ bas: 0, haut: 0 });
});

test("toutes les raisons d'un refus sont dites, et rien d'autre", () => {
  expect(quelleNotification("NC", -1, "abaissant", BAREMES["2020-2022"])).toEqual({
    ok: false,
    refus: [
      { code: "pas-un-nombre", argument: "deficit", recu: "NC" },
      { code: "ecart-nul", deficit: null, ecart: -1 },
      { code: "type-hors-periode", type: "abaissant", periode: "2020-2022" },
    ],
  });
});
