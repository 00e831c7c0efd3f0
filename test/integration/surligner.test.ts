import { lireFeuille, surligner } from "../../src/classeur";
import { controlerLecture } from "../../src/controle";
import { lireTableaux } from "../../src/tableau";
import { cellulesEnCause } from "../../src/volet/controler/cellules-en-cause";
import { TITRES } from "../outils/feuille-lue";
import { demarrerBanc, type Banc } from "./banc";

const EN_CAUSE = { erreur: ["B2", "B3", "C5"], avertissement: ["B3:B4"] };
const RIEN = { erreur: [], avertissement: [] };

let banc: Banc;

beforeEach(async () => {
  banc = await demarrerBanc({
    feuilles: {
      Données: [
        ["Commune", "Manquants"],
        ["Ambérieu", 1250],
        ["Bellegarde", 12],
      ],
      Autre: [["Rien"]],
    },
  });
  mettreEnForme();
});

afterEach(() => banc.fermer());

/** Les formats de l'utilisateur : un fond, un gras, une règle par formule et une par valeur, qui touchent nos cellules. */
function mettreEnForme(): void {
  const feuille = feuilleUniver();
  feuille.getRange("B2").setBackground("#00FF00");
  feuille.getRange("B3").setFontWeight("bold");
  const plages = [feuille.getRange("A1:B3").getRange()];
  const regle = () => feuille.newConditionalFormattingRule();
  for (const celle of [
    regle().whenFormulaSatisfied('="Complément"<>""').setBackground("#112233"),
    regle().whenNumberGreaterThan(100).setBackground("#ABCDEF"),
  ]) {
    feuille.addConditionalFormattingRule(celle.setRanges(plages).build());
  }
}

function feuilleUniver() {
  const feuille = banc.hote.classeur.feuille("Données");
  if (!feuille) throw new Error("La feuille manque.");
  return feuille;
}

function regles() {
  return feuilleUniver().getConditionalFormattingRules();
}

/** Les règles du complément : leur formule, et leurs plages. */
function posees(): { formule: string; plages: string[] }[] {
  return regles().flatMap(({ rule, ranges }) =>
    "value" in rule && String(rule.value).includes("Complément CMS")
      ? [
          {
            formule: String(rule.value),
            plages: ranges.map(({ startRow, startColumn, endRow, endColumn }) =>
              feuilleUniver()
                .getRange(startRow, startColumn, endRow - startRow + 1, endColumn - startColumn + 1)
                .getA1Notation()
            ),
          },
        ]
      : []
  );
}

async function lu() {
  return lireFeuille({ avecSurlignage: true });
}

test("une règle par gravité, toujours vraie et reconnaissable ; l'erreur l'emporte sur l'avertissement", async () => {
  await surligner("Données", EN_CAUSE, []);
  expect(posees()).toEqual([
    { formule: '="Complément CMS : erreur"<>""', plages: ["B2:B3", "C5"] },
    { formule: '="Complément CMS : avertissement"<>""', plages: ["B4"] },
  ]);
  const [erreur] = regles();
  expect(erreur?.rule).toMatchObject({
    style: { bg: { rgb: "#FFC7CE" }, cl: { rgb: "#9C0006" }, bl: 1, bd: { t: { s: 1 } } },
  });
});

test("lire et surligner : un aller-retour chacun ; surligner de nouveau remplace", async () => {
  const { surlignage } = await lu();
  expect(surlignage).toEqual([]);
  await surligner("Données", EN_CAUSE, surlignage);
  expect(banc.fil.nombre).toBe(2);
  const { surlignage: pose } = await lu();
  expect(pose).toHaveLength(2);
  await surligner("Données", { erreur: ["A2"], avertissement: [] }, pose);
  expect(banc.fil.nombre).toBe(4);
  expect(posees()).toEqual([{ formule: '="Complément CMS : erreur"<>""', plages: ["A2"] }]);
});

test("300 cellules éparses : un aller-retour encore, et des adresses qu'Excel accepte", async () => {
  const damier = Array.from({ length: 2000 }, (_, rang) => `${rang % 2 ? "Y" : "Z"}${rang + 1}`);
  await surligner("Données", { erreur: damier, avertissement: [] }, []);
  expect(banc.fil.nombre).toBe(1);
  expect(posees().flatMap(({ plages }) => plages)).toHaveLength(2000);
  for (const adresse of adressesEnvoyees()) expect(adresse.length).toBeLessThan(8192);
  await surligner("Données", RIEN, (await lu()).surlignage);
  expect(posees()).toEqual([]);
});

function adressesEnvoyees(): string[] {
  return banc.fil.lots.flatMap(({ lot }) =>
    Object.values(lot.ObjectPaths)
      .filter(({ Name }) => Name === "GetRanges")
      .map(({ ArgumentInfo }) => String(ArgumentInfo?.Arguments?.[0]))
  );
}

test("retirer enlève tout ce que le complément a posé, et laisse le classeur tel qu'il était", async () => {
  const avant = banc.instantane();
  await surligner("Données", EN_CAUSE, []);
  // Un collègue a surligné aussi, avec une autre version du complément.
  await surligner("Données", { erreur: ["A1"], avertissement: [] }, []);
  await surligner("Données", RIEN);
  expect(banc.instantane()).toEqual(avant);
});

test("les formats de l'utilisateur ne changent pas pendant que le surlignage est là", async () => {
  const avant = banc.instantane();
  const siennes = [...regles()];
  await surligner("Données", EN_CAUSE, []);
  const { styles, sheets } = banc.instantane();
  expect({ styles, sheets }).toEqual({ styles: avant.styles, sheets: avant.sheets });
  expect(regles()).toEqual(expect.arrayContaining(siennes));
});

test.each([10, 300])(
  "contrôler %i communes et les surligner : deux allers-retours",
  async (nombre) => {
    // Un objectif sous le plancher par commune, une ligne sur trois : autant de cellules en cause, et sans suite.
    const communes = Array.from({ length: nombre }, (_, i) => {
      return [`Commune ${i + 1}`, 500, 5, 165, i % 3 ? 165 : 10];
    });
    feuilleUniver()
      .getRange(0, 0, nombre + 1, 5)
      .setValues([TITRES, ...communes]);
    await banc.calcule();
    banc.fil.vider();
    const lue = await lu();
    const enCause = cellulesEnCause(controlerLecture(lireTableaux(lue)).controles);
    await surligner("Données", enCause, lue.surlignage);
    expect(banc.fil.nombre).toBe(2);
    const marquees = posees().flatMap(({ plages }) => plages);
    for (let ligne = 5; ligne < nombre + 2; ligne += 3) expect(marquees).toContain(`E${ligne}`);
  }
);

test("le surlignage inconnu se cherche d'abord : un aller-retour de plus", async () => {
  await surligner("Données", EN_CAUSE, []);
  banc.fil.vider();
  await surligner("Données", { erreur: ["A3"], avertissement: [] });
  expect(banc.fil.nombre).toBe(2);
  expect(posees().map(({ plages }) => plages)).toEqual([["A3"]]);
});

test("les règles d'une autre feuille ne sont pas touchées", async () => {
  await surligner("Données", EN_CAUSE, []);
  await surligner("Autre", RIEN);
  expect(posees()).toHaveLength(2);
});

test("surligner n'est pas un changement : Excel ne prévient que de la saisie qui suit", async () => {
  const changements: string[] = [];
  const premier = new Promise<void>((resoudre) => {
    void Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(({ address }) => {
        changements.push(address);
        resoudre();
        return Promise.resolve();
      });
      await context.sync();
      await surligner("Données", EN_CAUSE, []);
      banc.saisir("Données!B2", "1251");
    });
  });
  await premier;
  expect(changements).toEqual(["B2"]);
});

test("une feuille protégée : l'échec se dit, les règles de l'utilisateur restent", async () => {
  const avant = [...regles()];
  banc.panne(0, "AccessDenied");
  await expect(surligner("Données", EN_CAUSE, [])).rejects.toMatchObject({ code: "AccessDenied" });
  expect(regles()).toEqual(avant);
});
