import { lireXml } from "../../src/fichier/xml";

test("les éléments remis au passage ne comptent plus parmi ceux qui sont gardés", () => {
  const lignes: number[] = [];
  const xml = `<a>${"<b><c/></b>".repeat(100)}</a>`;
  const racine = lireXml(xml, "a.xml", 3, {
    nom: "b",
    recevoir: ({ enfants }) => lignes.push(enfants.length),
  });
  expect(lignes).toEqual(Array.from({ length: 100 }, () => 1));
  expect(racine.enfants).toEqual([]);
  expect(() => lireXml(xml, "a.xml", 3)).toThrow("trop-gros");
});
