import { VERIFICATION } from "../../src/regles/bareme";
import { estCeAReverifier } from "../../src/regles/est-ce-a-reverifier";

const [annee = "", mois = "", jour = ""] = VERIFICATION.verifieLe.split("-");
const anniversaire = `${Number(annee) + 1}-${mois}-${jour}`;

test("la date de vérification est une vraie date", () => {
  expect(new Date(VERIFICATION.verifieLe).toISOString()).toContain(VERIFICATION.verifieLe);
});

test.each([
  ["le jour même", VERIFICATION.verifieLe, false],
  ["la veille de l'anniversaire", veille(anniversaire), false],
  ["un an après", anniversaire, true],
  ["deux ans après", `${Number(annee) + 2}-01-01`, true],
])("%s (%s) : %s", (_quand, jour, attendu) => {
  expect(estCeAReverifier(jour)).toBe(attendu);
});

function veille(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
