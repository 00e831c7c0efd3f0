import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { lireContexte } from "../../src/commande/contexte";
import type { ContexteDeControle } from "../../src/controle";
import { dossierDEssai, lancer, lisible } from "./terminal";

const lire = (contexte: unknown): ContexteDeControle =>
  lireContexte(JSON.stringify(contexte), "c.json");

function refusDe(json: string): string {
  try {
    lireContexte(json, "c.json");
  } catch (erreur) {
    return lisible(String(erreur));
  }
  throw new Error("Le contexte est admis.");
}

test("toutes les clés, et null pour une question sans réponse", () => {
  const complet = {
    plh: true,
    avisCnsru: "défavorable",
    accords: ["Alpha"],
    entrantes: [],
    periodesConsecutives: 2,
    periode: "2026-2028",
    objectifCommunal: 2400,
  };
  expect(lire(complet)).toEqual(complet);
  expect(lire({ plh: null, accords: null })).toEqual({});
  expect(lireContexte("\uFEFF{}", "c.json")).toEqual({});
});

test.each([
  ["Favorable", "favorable"],
  ["DEFAVORABLE", "défavorable"],
  ["non rendu", "non rendu"],
  [true, "rendu"],
  [false, "non rendu"],
])("avisCnsru %p vaut « %s »", (ecrit, lu) => {
  expect(lire({ avisCnsru: ecrit }).avisCnsru).toBe(lu);
});

test("accords « Tous » : la casse ne compte pas", () => {
  expect(lire({ accords: "Tous" })).toEqual({ accords: "tous" });
});

test.each([
  [{ plh: "oui" }, '« plh » vaut "oui" ; admis : true (PLH exécutoire) ou false.'],
  [{ avisCnsru: "peut-être" }, "« favorable », « défavorable », « rendu », « non rendu », true ou"],
  [{ accords: "Alpha" }, '« accords » vaut "Alpha" ; admis : « tous », ou une liste'],
  [{ entrantes: ["Alpha", 3] }, '« entrantes » vaut ["Alpha",3]'],
  [{ entrantes: ["  "] }, "« entrantes » vaut"],
  [{ periodesConsecutives: 1.5 }, "« periodesConsecutives » vaut 1.5 ; admis : un nombre entier"],
  [{ periodesConsecutives: 0 }, "« periodesConsecutives » vaut 0"],
  [{ periode: "2027-2029" }, "« 2020-2022 », « 2023-2025 », « 2026-2028 »"],
  [{ objectifCommunal: -1 }, "« objectifCommunal » vaut -1"],
  [{ PLH: true }, "la clé « PLH » n'existe pas ; clés admises : plh, avisCnsru, accords,"],
])("%j est refusé, en disant ce qui est admis", (contexte, message) => {
  expect(refusDe(JSON.stringify(contexte))).toContain(message);
});

test("toutes les fautes sont dites à la fois", () => {
  expect(refusDe('{ "plh": 1, "inconnue": 2, "periode": "2026-2028" }')).toMatch(
    /« c\.json » est à corriger :\n- « plh »[^\n]*\n- la clé « inconnue »[^\n]*$/
  );
});

test.each([
  ["[]", "un objet est attendu"],
  ["null", "un objet est attendu"],
  ['{ "plh": true,\n  accords }', "ce n'est pas du JSON valide, ligne 2, colonne 3."],
  ["", "ce n'est pas du JSON valide"],
])("%j n'est pas un contexte", (json, message) => {
  expect(refusDe(json)).toContain(message);
});

describe("--contexte", () => {
  const dossier = dossierDEssai();

  test("un contexte faux arrête tout avant le premier fichier : code 2, rien sur la sortie", async () => {
    writeFileSync(join(dossier, "faux.json"), '{ "plh": "oui" }');
    const { code, sortie, erreurs } = await lancer(["a.xlsx", "--contexte", "faux.json"], {
      dossier,
    });
    expect({ code, sortie }).toEqual({ code: 2, sortie: "" });
    expect(erreurs).toContain("« faux.json » est à corriger");
  });

  test("un fichier de contexte absent se dit", async () => {
    const { code, erreurs } = await lancer(["a.xlsx", "--contexte", "absent.json"], { dossier });
    expect(code).toBe(2);
    expect(erreurs).toMatch(/absent\.json.*n'existe pas/);
  });
});
