import type { DemandeDeCopie } from "../../../src/fichier";
import { copier, donnees, NATIF, partiesStockees, relationsXml, VALEURS } from "./fabriques";

const COMPLEMENT: DemandeDeCopie = {
  mode: "complement",
  complement: {
    id: "397ba63e-ed65-4ff9-9079-0aabf84d550d",
    version: "0.1.0.0",
    origine: "EXCatalog",
    catalogue: "EXCatalog",
  },
};
const OUVERTURE = 'name="Office.AutoShowTaskpaneWithDocument" value="true"';
const VOLETS = "xl/webextensions/taskpanes.xml";
const OFFICE_2011 = "http://schemas.microsoft.com/office/2011/relationships";

const SANS_APPEL = partiesStockees(donnees(["<c r='A1'><v>1</v></c>"]));

test("posée, puis retirée : le classeur revient à l'identique", async () => {
  const avec = await copier(SANS_APPEL, COMPLEMENT);
  expect(avec).toMatchObject({ changements: [], restes: [] });
  expect(avec.parties["xl/webextensions/webextension1.xml"]).toContain(OUVERTURE);
  expect(avec.parties[VOLETS]).toContain('visibility="0"');
  for (const demande of [NATIF, VALEURS]) {
    expect((await copier(avec.octets, demande)).parties).toEqual(SANS_APPEL);
  }
});

test("posée deux fois : rien de plus", async () => {
  const avec = await copier(SANS_APPEL, COMPLEMENT);
  expect((await copier(avec.octets, COMPLEMENT)).octets).toEqual(avec.octets);
});

test("les formules du complément restent", async () => {
  const avant = partiesStockees(donnees(["<c r='A1'><f>CMS.OBJECTIF(500,5)</f></c>"]));
  expect((await copier(avant, COMPLEMENT)).parties).toMatchObject({
    "xl/worksheets/sheet1.xml": avant["xl/worksheets/sheet1.xml"],
    "xl/calcChain.xml": avant["xl/calcChain.xml"],
  });
});

/** Un classeur où un complément a déjà son volet. */
function avecLeVoletDe(id: string, proprietes: string) {
  return partiesStockees(donnees(), {
    duPaquet: { [`${OFFICE_2011}/webextensiontaskpanes`]: VOLETS },
    parties: {
      [VOLETS]:
        '<w:taskpanes xmlns:w="x"><w:taskpane visibility="1"><w:webextensionref r:id="rId1"/></w:taskpane></w:taskpanes>',
      "xl/webextensions/_rels/taskpanes.xml.rels": relationsXml({
        [`${OFFICE_2011}/webextension`]: "webextension1.xml",
      }),
      "xl/webextensions/webextension1.xml": `<e:webextension xmlns:e="y" id="{A}"><e:reference id="${id}"/>${proprietes}</e:webextension>`,
    },
  });
}

test("le volet d'un autre complément reste, avec le nôtre à côté", async () => {
  const avant = avecLeVoletDe("autre", "<e:properties/>");
  const { parties } = await copier(avant, COMPLEMENT);
  expect(parties["xl/webextensions/webextension1.xml"]).toBe(
    avant["xl/webextensions/webextension1.xml"]
  );
  expect(parties["xl/webextensions/webextension2.xml"]).toContain(OUVERTURE);
  expect(parties[VOLETS]?.match(/<w:taskpane /g)).toHaveLength(2);
});

test.each([
  ["<e:properties/>", `<e:properties><e:property ${OUVERTURE}/></e:properties>`],
  [
    '<e:properties><e:property name="Office.AutoShowTaskpaneWithDocument" value="false"/></e:properties>',
    `<e:properties><e:property ${OUVERTURE}/></e:properties>`,
  ],
])("notre volet est déjà là : il suffit de le marquer (%s)", async (avant, apres) => {
  const { parties } = await copier(
    avecLeVoletDe("397BA63E-ED65-4FF9-9079-0AABF84D550D", avant),
    COMPLEMENT
  );
  expect(parties["xl/webextensions/webextension1.xml"]).toContain(apres);
  expect(parties["xl/webextensions/webextension2.xml"]).toBeUndefined();
});

test("une copie pour tous n'ouvre plus aucun volet", async () => {
  const { parties } = await copier(avecLeVoletDe("autre", ""), NATIF);
  expect(Object.keys(parties).filter((nom) => nom.includes("webextension"))).toEqual([]);
  expect(parties["_rels/.rels"]).not.toContain("webextension");
});
