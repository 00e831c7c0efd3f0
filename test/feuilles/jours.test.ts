import * as fc from "fast-check";
import { decaler, finDeMois, serieDe, type Jour } from "../../src/feuilles/jours";

const jour: fc.Arbitrary<Jour> = fc
  .date({
    min: new Date("2002-01-01"),
    max: new Date("2099-12-31"),
    noInvalidDate: true,
  })
  .map((date) => ({
    annee: date.getUTCFullYear(),
    mois: date.getUTCMonth() + 1,
    jour: date.getUTCDate(),
  }));

/** Jours écoulés depuis le 30 décembre 1899. */
function selonLaMachine({ annee, mois, jour: quantieme }: Jour): number {
  return (Date.UTC(annee, mois - 1, quantieme) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

test("le numéro de série est celui d'Excel", () => {
  expect(serieDe({ annee: 2026, mois: 1, jour: 1 })).toBe(46023);
  expect(serieDe({ annee: 2028, mois: 2, jour: 29 })).toBe(46812);
  fc.assert(fc.property(jour, (j) => expect(serieDe(j)).toBe(selonLaMachine(j))));
});

test.each([
  [{ annee: 2028, mois: 12, jour: 31 }, -6, { annee: 2028, mois: 6, jour: 30 }],
  [{ annee: 2028, mois: 8, jour: 31 }, -6, { annee: 2028, mois: 2, jour: 29 }],
  [{ annee: 2026, mois: 8, jour: 31 }, 3, { annee: 2026, mois: 11, jour: 30 }],
  [{ annee: 2026, mois: 1, jour: 15 }, -1, { annee: 2025, mois: 12, jour: 15 }],
])("%j décalé de %i mois", (depart, mois, attendu) => {
  expect(decaler(depart, mois)).toEqual(attendu);
});

test("un décalage reste dans le mois voulu, au même quantième s'il y est", () => {
  fc.assert(
    fc.property(jour, fc.integer({ min: -240, max: 240 }), (depart, mois) => {
      const arrive = decaler(depart, mois);
      const ecart = (arrive.annee - depart.annee) * 12 + arrive.mois - depart.mois;
      expect(ecart).toBe(mois);
      const fin = finDeMois(depart, mois);
      expect(arrive.jour).toBe(Math.min(depart.jour, fin.jour));
      expect(serieDe({ ...decaler(fin, 1), jour: 1 }) - serieDe(fin)).toBe(1);
    })
  );
});
