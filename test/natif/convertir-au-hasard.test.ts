import fc from "fast-check";
import { convertirFormule } from "../../src/natif";
import { OPERANDES, formuleAuHasard, nomCms, texteDe } from "./formules-au-hasard";

/** Sans les textes ni les noms de feuilles. */
const nue = (formule: string) => formule.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "");
const APPEL_CMS = /(?:cms\.|_xldudf_cms_)[a-z._]+\s*\(/i;

test("hors des appels rien ne change ; il n'en reste aucun, ou un diagnostic le nomme", () => {
  const issues = { converties: 0, restees: 0 };
  fc.assert(
    fc.property(formuleAuHasard, fc.boolean(), (morceaux, matricielle) => {
      const formule = texteDe(morceaux);
      const resultat = convertirFormule(formule, matricielle);
      if (resultat.restants.length > 0) {
        issues.restees += 1;
        expect(resultat).toMatchObject({ formule, convertis: [] });
        for (const { fonction, position } of resultat.restants) {
          const nom = fonction.replaceAll(".", "[._]");
          expect(formule.slice(position)).toMatch(
            new RegExp(`^(?:\\[2\\]!)?(?:CMS\\.|_xldudf_CMS_)${nom}`, "i")
          );
        }
        return;
      }
      issues.converties += resultat.convertis.length;
      expect(nue(resultat.formule)).not.toMatch(APPEL_CMS);
      const autour = morceaux.map(({ texte, cms }) => (cms ? ".+" : echapper(texte))).join("");
      expect(resultat.formule).toMatch(new RegExp(`^${autour}$`, "s"));
    }),
    { numRuns: 2000 }
  );
  expect(issues.converties).toBeGreaterThan(50);
  expect(issues.restees).toBeGreaterThan(50);
});

function echapper(texte: string): string {
  return texte.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

test("convertir deux fois ne change rien de plus", () => {
  fc.assert(
    fc.property(formuleAuHasard, fc.boolean(), (morceaux, matricielle) => {
      const une = convertirFormule(texteDe(morceaux), matricielle);
      const deux = convertirFormule(une.formule, une.matricielle);
      expect(deux).toEqual({ ...une, convertis: [] });
    }),
    { numRuns: 500 }
  );
});

test("une ligne se convertit comme sa voisine, aux références près", () => {
  fc.assert(
    fc.property(formuleAuHasard, (morceaux) => {
      const formule = texteDe(morceaux);
      const voisine = formule.replaceAll("B2", "E5").replaceAll("E5:B9", "E5:E12");
      const convertie = convertirFormule(formule, true);
      const attendue = convertie.formule.replaceAll("B2", "E5").replaceAll("E5:B9", "E5:E12");
      expect(convertirFormule(voisine, true)).toMatchObject({
        formule: attendue,
        convertis: convertie.convertis,
      });
    }),
    { numRuns: 500 }
  );
});

test("aucun texte ne fait lever d'exception", () => {
  const fragment = fc.oneof(
    nomCms,
    fc.constantFrom(
      ...OPERANDES,
      "(",
      ")",
      "{",
      "}",
      "[",
      "]",
      ",",
      ";",
      '"',
      "'",
      "!",
      "@",
      "#",
      " ",
      "[2]",
      "\uE000"
    ),
    fc.string({ maxLength: 3 })
  );
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 25 }), fc.boolean(), (fragments, matricielle) => {
      const formule = fragments.join("");
      const resultat = convertirFormule(formule, matricielle);
      if (resultat.convertis.length === 0) expect(resultat.formule).toBe(formule);
    }),
    { numRuns: 3000 }
  );
});

test("ni une formule hostile", () => {
  const appel = "CMS.TENSION(B2,C2)";
  for (const formule of [
    `${"(".repeat(4000)}${appel}${")".repeat(4000)}`,
    `${"CMS.PLAI.MIN(".repeat(600)}1${")".repeat(600)}`,
    `${appel}+"${"(".repeat(1_000_000)}"`,
    `${appel}+${"'".repeat(1_000_000)}`,
  ]) {
    const { restants, formule: rendue } = convertirFormule(formule, true);
    expect(restants.length).toBeGreaterThan(0);
    expect(rendue).toBe(formule);
  }
});
