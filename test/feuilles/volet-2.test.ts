import { estFormule, rassembler, type PlanDeFeuille } from "../../src/feuilles";
import { planVolet2 } from "../../src/feuilles/volet-2";
import { THEMES } from "../../src/feuilles/volet-2/questions";
import { typographier } from "../../src/redaction";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";
import { DELAI_LIBREOFFICE_MS, testAvecLibreOffice } from "../outils/libreoffice";
import { attendusDe, lignesDuContrat } from "./contrats";
import { ligneDe, recalculer, saisir } from "./saisies";

function plan(communes = 3): PlanDeFeuille {
  const controle = controler(feuilleDe(lignesDuContrat("abaissant", communes)));
  return planVolet2(rassembler(controle, "valeurs", null), "V");
}

const questionsDe = ({ parties }: (typeof THEMES)[number]): string[] =>
  parties.flatMap(({ questions }) => [...questions]);

test("toutes les questions des annexes 4 à 7, chacune une fois, dans l'ordre", () => {
  expect(THEMES.map((theme) => [theme.annexe, questionsDe(theme).length])).toEqual([
    [4, 40],
    [5, 31],
    [6, 36],
    [7, 13],
  ]);
  const ecrites = [...attendusDe(plan()).values()].map(String);
  const voulues = THEMES.flatMap(questionsDe).map(typographier);
  expect(new Set(voulues).size).toBe(voulues.length);
  expect(ecrites.filter((texte) => voulues.includes(texte))).toEqual(voulues);
});

test("chaque thème cite son annexe, et finit par les deux titres de la trame", () => {
  const ecrites = [...attendusDe(plan()).values()].map(String);
  for (const { annexe } of THEMES)
    expect(ecrites.filter((texte) => texte.includes(`annexe ${annexe})`))).toHaveLength(1);
  for (const titre of [
    "Difficultés observées et défis à relever",
    "Outils mis en œuvre, leviers mobilisables et points de vigilance",
  ])
    expect(ecrites.filter((texte) => texte === titre)).toHaveLength(4);
});

test("à plusieurs communes, la feuille dit comment parler de chacune ; seule, non", () => {
  const dit = (communes: number): boolean =>
    [...attendusDe(plan(communes)).values()].join().includes("plusieurs communes");
  expect([dit(1), dit(2), dit(300)]).toEqual([false, true, true]);
});

test("autant de cellules pour 300 communes que pour deux", () => {
  expect(plan(300).blocs).toHaveLength(plan(2).blocs.length);
});

testAvecLibreOffice(
  "le décompte suit les réponses : écrites, ou choisies, une fois chacune",
  async () => {
    const vide = plan();
    const premiere = ligneDe(vide, "A", typographier(questionsDe(THEMES[1]!)[0] ?? ""));
    const rempli = saisir(vide, `B${premiere}`, [
      ["Oui, deux secteurs", "Oui", "fort", null],
      [null, "Sans objet", null, null],
      ["0", null, null, null],
      [null, null, "un impact n'est pas une réponse", "ni une vigilance"],
    ]);
    const decomptes = vide.blocs.flatMap(({ ancre, contenus }) =>
      contenus.flat().some(estFormule) ? [ancre] : []
    );
    const [avant, apres] = await recalculer([vide, rempli]);
    expect(decomptes.map((ancre) => avant!(ancre))).toEqual([0, 0, 0, 0, 0]);
    expect(decomptes.map((ancre) => apres!(ancre))).toEqual([0, 3, 0, 0, 3]);
  },
  DELAI_LIBREOFFICE_MS
);
