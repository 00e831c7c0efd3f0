import fc from "fast-check";
import { FONCTIONS_NATIVES, VALEURS_SEULEMENT, formuleNative } from "../../src/natif";
import { metadonneesDuComplement } from "../outils/fonctions";
import { eprouver } from "./epreuves";
import { FORMES } from "./jeux";

/** Celles qu'Excel 2016 et LibreOffice 7.4 calculent pareil, vérifiées par le test différentiel. */
const PERMISES = new Set(
  `CEILING CHOOSE COUNT DATE FIND IF INT ISLOGICAL ISTEXT LOOKUP LOWER MOD ROUND SUBSTITUTE SUM SUMPRODUCT VALUE`.split(
    " "
  )
);

function formuleDe(nom: string, ...arguments_: string[]): string {
  const native = formuleNative(nom, arguments_);
  if (!native.ok) throw new Error(JSON.stringify(native.raison));
  return native.formule;
}

test("chaque fonction du complément est convertible, ou dite « valeurs seulement »", async () => {
  const { metadonnees } = await metadonneesDuComplement();
  const declarees = [...FONCTIONS_NATIVES, ...VALEURS_SEULEMENT.keys()];
  expect(declarees.sort()).toEqual(metadonnees.functions.map(({ name }) => name).sort());
});

test("chaque fonction convertible admet les arguments de la fonction, et pas plus", async () => {
  const { metadonnees } = await metadonneesDuComplement();
  for (const { name, parameters } of metadonnees.functions) {
    if (!FONCTIONS_NATIVES.includes(name)) continue;
    const minimum = parameters.filter(({ optional }) => !optional).length;
    const tropPeu = formuleNative(name, new Array<string>(Math.max(0, minimum - 1)).fill("A1"));
    const trop = formuleNative(name, new Array<string>(parameters.length + 1).fill("A1"));
    const raison = { code: "nombre-d-arguments", minimum, maximum: parameters.length };
    expect([name, trop]).toMatchObject([name, { ok: false, raison }]);
    if (minimum > 0) expect([name, tropPeu]).toMatchObject([name, { ok: false, raison }]);
    expect([name, FORMES[name]?.length ?? 0]).not.toEqual([name, 0]);
  }
});

test("les formules n'appellent que des fonctions sûres, et tiennent dans les limites d'Excel", async () => {
  for (const { nom, formule } of await eprouver(1, 1)) {
    const texte = formule(1_048_575);
    const sansTextes = texte.replace(/"(?:[^"]|"")*"/g, "");
    const appels = [...sansTextes.matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(([, appel]) => appel ?? "");
    expect([nom, appels.filter((appel) => !PERMISES.has(appel))]).toEqual([nom, []]);
    expect(texte.length).toBeLessThanOrEqual(8192);
    for (const [litteral] of texte.matchAll(/"(?:[^"]|"")*"/g)) {
      expect(litteral.length).toBeLessThanOrEqual(255);
    }
  }
});

test("le résultat est un seul appel de fonction, quels que soient les arguments", () => {
  const argument = fc.constantFrom(
    "B2",
    "$B$2:$B$9",
    "A1-1",
    "500",
    "-3",
    '"légal"',
    '"(,"',
    "Taux",
    "SUM(A1,B1)"
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...FONCTIONS_NATIVES),
      fc.array(argument, { minLength: 1, maxLength: 6 }),
      (nom, arguments_) => {
        const native = formuleNative(nom, arguments_);
        if (!native.ok) return;
        expect(finDuPremierAppel(native.formule)).toBe(native.formule.length);
      }
    )
  );
});

/** Rang qui suit la parenthèse fermant le premier appel. */
function finDuPremierAppel(formule: string): number {
  let profondeur = 0;
  for (const { 0: signe, index } of formule.matchAll(/"(?:[^"]|"")*"|[()]/g)) {
    if (signe === "(") profondeur += 1;
    if (signe === ")") profondeur -= 1;
    if (signe === ")" && profondeur === 0) return index + 1;
  }
  return -1;
}

test("un mot écrit dans la formule se résout à la conversion ; inconnu, c'est une erreur", () => {
  expect(formuleDe("OBJECTIF", "B2", "C2", '"SANS AMENAGEMENT"')).toBe(
    formuleDe("OBJECTIF", "B2", "C2")
  );
  expect(formuleDe("OBJECTIF", "B2", "C2", "0")).toBe(formuleDe("OBJECTIF", "B2", "C2"));
  expect(formuleDe("OBJECTIF", "B2", "C2", '"abaissant"')).toMatch(/,80\),40\),IF\(C2<[\d.]+,25,/);
  expect(formuleDe("OBJECTIF", "B2", "C2", '"abaisant"')).toBe('VALUE("x")');
  expect(formuleDe("TAUX.RATTRAPAGE", "B2", '"abaissant"', '"2020-2022"')).toBe('VALUE("x")');
});

test("l'écart d'une nouvelle entrante n'entre pas dans la formule", () => {
  expect(formuleDe("OBJECTIF", "B2", "ZZ99", '"entrante-1"')).not.toContain("ZZ99");
});

test("une fonction qui ne se convertit pas dit pourquoi", () => {
  const raison = (nom: string, ...arguments_: string[]) => {
    const native = formuleNative(nom, arguments_);
    return native.ok ? "convertie" : native.raison;
  };
  expect(raison("SOMME", "A1")).toEqual({ code: "fonction-inconnue" });
  expect(raison("EXPLIQUER", "B2", "C2")).toEqual({ code: "valeurs-seulement", motif: "phrase" });
  expect(raison("REPARTIR", "B2:B9", "C2:C9")).toEqual({
    code: "valeurs-seulement",
    motif: "tableau",
  });
});

test("des plages de tailles différentes sont refusées, comme par la fonction ; une cellule vaut pour toutes", () => {
  const raison = (...arguments_: string[]) => {
    const native = formuleNative("OBJECTIF", arguments_);
    return native.ok ? "convertie" : native.raison.code;
  };
  expect(raison("B2:B41", "C2:C40")).toBe("plages-inegales");
  expect(raison("B2:B41", "C2:AP2")).toBe("plages-inegales");
  expect(raison("'L''inventaire'!$B$2:$B$41", "C41:C2")).toBe("convertie");
  expect(raison("B2:B41", "C2:C2", "$D$1")).toBe("convertie");
  expect(formuleNative("EQUILIBRE", ["B2:B41", "C2:C12"]).ok).toBe(false);
});

test("des appels emboîtés se convertissent tant qu'Excel admet la formule", () => {
  const manquants = formuleDe("MANQUANTS", "B2", "C2", "20%");
  const ecart = formuleDe("ECART", "20%", "B2/C2");
  const objectif = formuleNative("OBJECTIF", [manquants, ecart, '"abaissant"']);
  expect(objectif.ok).toBe(true);
  const plai = formuleNative("PLAI.MIN", [formuleDe("OBJECTIF", manquants, ecart)]);
  expect(plai).toMatchObject({ ok: false, raison: { code: "trop-longue" } });
});
