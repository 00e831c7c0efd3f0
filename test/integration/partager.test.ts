import {
  lireClasseur,
  lireFormules,
  remplacerFormules,
  verifierPoste,
  type Remplacement,
} from "../../src/classeur";
import { lireXlsx, preparerCopie } from "../../src/fichier";
import { convertirFormule } from "../../src/natif";
import { demarrerBancDuComplement, type Banc } from "./banc";

// Une panne à chaque opération : autant d'écritures et de relectures.
jest.setTimeout(30_000);

let banc: Banc;

type Feuilles = Record<string, (string | number | null)[][]>;

async function demarrer(feuilles: Feuilles): Promise<void> {
  banc = await demarrerBancDuComplement({ feuilles });
}

const DEUX_FEUILLES: Feuilles = {
  "Val d'Orle": [
    [500, 5, "=CMS.OBJECTIF(A1;B1)", "=C1*2"],
    [300, 3, '=SI(A2>0;CMS.OBJECTIF(A2;B2);"")', "'=CMS.OBJECTIF(1;2)"],
    [400, 1, "=CMS.EXPLIQUER(A3;B3)", null],
  ],
  Autre: [["=CMS.OBJECTIF('Val d''Orle'!A1;5)"], ["=_xldudf_CMS_OBJECTIF(500;5)"]],
};

afterEach(() => banc.fermer());

async function selectionner(feuille: string, adresse: string): Promise<void> {
  await Excel.run(async (context) => {
    const cible = context.workbook.worksheets.getItem(feuille);
    cible.activate();
    const plage = cible.getRange(adresse);
    // Sinon Excel aurait à l'oublier, plus tard, par un aller-retour.
    plage.untrack();
    plage.select();
    await context.sync();
  });
  banc.fil.vider();
}

describe("lire les formules du complément", () => {
  test("dans tout le classeur : ni les formules ordinaires, ni les textes ; les mortes avec leur erreur", async () => {
    await demarrer(DEUX_FEUILLES);
    const { formules, tropGrandes } = await lireFormules("classeur");
    expect(formules.map(({ feuille, adresse, erreur }) => [feuille, adresse, erreur])).toEqual([
      ["Val d'Orle", "C1", null],
      ["Val d'Orle", "C2", null],
      ["Val d'Orle", "C3", null],
      ["Autre", "A1", null],
      ["Autre", "A2", "#NAME?"],
    ]);
    expect(tropGrandes).toEqual([]);
    expect(banc.fil.nombre).toBe(3);
  });

  test("dans la sélection : deux allers-retours", async () => {
    await demarrer(DEUX_FEUILLES);
    await selectionner("Val d'Orle", "C2:D3");
    expect((await lireFormules("selection")).formules.map(({ adresse }) => adresse)).toEqual([
      "C2",
      "C3",
    ]);
    expect(banc.fil.nombre).toBe(2);
  });

  test("une sélection vide n'a pas de formule", async () => {
    await demarrer(DEUX_FEUILLES);
    await selectionner("Val d'Orle", "J20:K30");
    expect((await lireFormules("selection")).formules).toEqual([]);
  });

  test("une formule étalée compte une fois, à sa cellule", async () => {
    await demarrer({
      F: [[500, 5], [300, 3], ["=CMS.OBJECTIF(A1:A2;B1:B2)"], [null], ["=CMS.ECART(0,2;0,1)"]],
    });
    const { formules } = await lireFormules("classeur");
    expect(formules.map(({ adresse }) => adresse)).toEqual(["A3", "A5"]);
  });
});

describe("remplacer des formules sur place", () => {
  async function aConvertir(): Promise<Remplacement[]> {
    const { formules } = await lireFormules("classeur");
    banc.fil.vider();
    return formules.flatMap(({ feuille, adresse, formule }) => {
      const { formule: apres, convertis } = convertirFormule(formule, true);
      return convertis.length > 0 ? [{ feuille, adresse, avant: formule, apres }] : [];
    });
  }

  const resultats = async (): Promise<unknown[]> =>
    Promise.all(["Val d'Orle!C1", "Val d'Orle!C2", "Autre!A1"].map((a) => banc.lire(a)));

  test("mêmes nombres, sans le complément ; deux allers-retours, une annulation", async () => {
    await demarrer(DEUX_FEUILLES);
    const avant = await resultats();
    expect(avant).toEqual([165, 150, 165]);
    const remplacements = await aConvertir();
    const ecriture = await remplacerFormules(remplacements);
    expect(banc.fil.nombre).toBe(2);
    expect(ecriture).toMatchObject({ faite: true });
    expect(await resultats()).toEqual(avant);
    const restent = (await lireFormules("classeur")).formules.map(({ adresse }) => adresse);
    expect(restent).toEqual(["C3"]);

    banc.annuler();
    expect((await lireFormules("classeur")).formules).toHaveLength(5);
  });

  test("le remplacement inverse rend les formules de départ", async () => {
    await demarrer(DEUX_FEUILLES);
    const depart = (await lireFormules("classeur")).formules;
    const ecriture = await remplacerFormules(await aConvertir());
    if (!ecriture.faite) throw new Error("Rien n'est écrit");
    const inverses = ecriture.ecrites.map((r) => ({ ...r, avant: r.apres, apres: r.avant }));
    expect(await remplacerFormules(inverses)).toMatchObject({ faite: true });
    expect((await lireFormules("classeur")).formules).toEqual(depart);
  });

  test("une cellule changée depuis la lecture : rien n'est écrit, et elle est nommée", async () => {
    await demarrer(DEUX_FEUILLES);
    const remplacements = await aConvertir();
    banc.saisir("Autre!A1", "=1+1");
    await banc.calcule();
    const avant = banc.instantane();
    expect(await remplacerFormules(remplacements)).toMatchObject({
      faite: false,
      changees: [{ feuille: "Autre", adresse: "A1" }],
    });
    expect(banc.instantane()).toEqual(avant);
  });

  test("une panne à n'importe quelle opération remet ce qui était", async () => {
    await demarrer(DEUX_FEUILLES);
    const remplacements = await aConvertir();
    const depart = (await lireFormules("classeur")).formules;
    let rang = 0;
    for (;;) {
      const panne = banc.panne(rang, "AccessDenied");
      const essai = await remplacerFormules(remplacements).catch((erreur: unknown) => erreur);
      if (!panne.declenchee) break;
      expect(essai).toMatchObject({ code: "AccessDenied" });
      expect((await lireFormules("classeur")).formules).toEqual(depart);
      rang += 1;
    }
    expect(rang).toBeGreaterThan(5);
    expect(await resultats()).toEqual([165, 150, 165]);
  });
});

describe("lire le classeur", () => {
  test("ses octets, en plusieurs tranches : la copie donne les mêmes nombres sans formule du complément", async () => {
    await demarrer(DEUX_FEUILLES);
    const parts: number[] = [];
    const { nom, octets } = await lireClasseur({ avancer: (part) => parts.push(part) });
    expect(nom).toBe("Essai.xlsx");
    expect(parts.at(-1)).toBe(1);
    const { rapport, ecrire } = await preparerCopie(octets, { mode: "natif" });
    expect(rapport.changements.filter(({ devient }) => devient === "formule")).toHaveLength(4);
    const relu = await lireXlsx(ecrire());
    const formules = relu.feuilles.flatMap(({ cellules }) => cellules.map((c) => c.formule ?? ""));
    expect(formules.join("\n")).not.toMatch(/CMS[._]/);
  });

  test("Excel ne prête que deux fichiers à la fois : lus, ou arrêtés, ils lui sont rendus", async () => {
    await demarrer(DEUX_FEUILLES);
    for (let fois = 0; fois < 3; fois++) {
      const arret = new AbortController();
      const lecture = lireClasseur({ signal: arret.signal, avancer: () => arret.abort("assez") });
      await expect(lecture).rejects.toBe("assez");
    }
    for (let fois = 0; fois < 3; fois++) await lireClasseur();
    await Promise.all([lireClasseur(), lireClasseur()]);
  });
});

test("le poste : ce que cet Excel sait faire, sans rien écrire", async () => {
  await demarrer(DEUX_FEUILLES);
  const avant = banc.instantane();
  const poste = await verifierPoste();
  expect(poste).toMatchObject({ calculAutomatique: true });
  expect(poste.ensembles.every(({ present }) => present)).toBe(true);
  expect(banc.fil.nombre).toBe(1);
  expect(banc.instantane()).toEqual(avant);
});
