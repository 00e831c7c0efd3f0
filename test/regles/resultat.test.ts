import { estRefus, refuserTout } from "../../src/regles/resultat";

const VIDE = { code: "vide", argument: "deficit" } as const;
const NUL = { code: "sans-residence" } as const;

test("toutes les raisons sont gardées, dans l'ordre, et elles seules", () => {
  expect(refuserTout(500, VIDE, null, NUL)).toEqual({ ok: false, refus: [VIDE, NUL] });
});

test("refuser sans raison est une faute de l'appelant", () => {
  expect(() => refuserTout(500, null)).toThrow("aucune lecture n'est un refus");
});

test.each([[500], ["texte"], [null], [undefined], [{ ok: true }]])(
  "%p n'est pas un refus",
  (lecture) => {
    expect(estRefus(lecture)).toBe(false);
  }
);
