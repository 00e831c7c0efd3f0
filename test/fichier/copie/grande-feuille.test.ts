import { copier, donnees, NATIF, natifXml, nombre, partiesStockees } from "./fabriques";

const FEUILLE = "xl/worksheets/sheet1.xml";
const LIGNES = 3000;

/** Assez de formules pour que la feuille s'écrive par lots. */
function lignes(formule: (n: number) => string): string[][] {
  return Array.from({ length: LIGNES }, (_, rang) => [
    nombre(`A${rang + 1}`, rang),
    formule(rang + 1),
    `<c r="D${rang + 1}" t="inlineStr"><is><t>été ${rang} 🏘</t></is></c>`,
  ]);
}

const stockee = (n: number) =>
  `<c r="C${n}" cm="1"><f t="array" ref="C${n}">_xldudf_CMS_TENSION(A${n},B${n})</f><v>${n}</v></c>`;

const convertie = (n: number) =>
  `<c r="C${n}"><f>${natifXml(`CMS.TENSION(A${n},B${n})`)}</f><v>${n}</v></c>`;

const ETALEE =
  '<c r="F1"><f t="array" ref="F1:F2">_xldudf_CMS_NOTIFICATION(A1:A2,B1)</f><v>1</v></c>';

test("écrite par lots, une grande feuille est la même", async () => {
  const { parties, changements } = await copier(
    partiesStockees(`${donnees(...lignes(stockee))}<mergeCells count="0"/>`),
    NATIF
  );
  expect(changements).toHaveLength(LIGNES);
  expect(parties[FEUILLE]).toContain(
    `${donnees(...lignes(convertie))}<mergeCells count="0"/></worksheet>`
  );
});

test("une formule étendue, qui attend la fin de la feuille, ne se perd pas", async () => {
  const [premiere = [], ...autres] = lignes(stockee);
  const avant = donnees([...premiere, ETALEE], ...autres);
  const { parties, changements } = await copier(partiesStockees(avant), NATIF);
  const [convertiePremiere = [], ...suite] = lignes(convertie);
  expect(changements).toHaveLength(LIGNES + 1);
  expect(parties[FEUILLE]).toContain(donnees([...convertiePremiere, nombre("F1", 1)], ...suite));
});

test("une règle placée avant les lignes, hors de l'ordre du format : refusée plutôt que mal recopiée", async () => {
  const regle =
    '<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>CMS.TENSION(A1,B1)</formula></cfRule></conditionalFormatting>';
  await expect(
    copier(partiesStockees(regle + donnees(...lignes(stockee))), NATIF)
  ).rejects.toMatchObject({ motif: { code: "abime", partie: FEUILLE } });
});
