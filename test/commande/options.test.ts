import { lancer } from "./terminal";

test("--aide : l'aide sur la sortie, code 0", async () => {
  const { code, sortie, erreurs } = await lancer(["--aide"]);
  expect({ code, erreurs }).toEqual({ code: 0, erreurs: "" });
  expect(sortie).toMatch(/controler -- <fichier\.xlsx>[^]*--contexte[^]*Code de sortie/);
});

test.each([
  ["aucun fichier", [], "Aucun fichier à contrôler."],
  ["option inconnue", ["a.xlsx", "--jason"], "L'option « --jason » n'existe pas."],
  ["--contexte sans valeur", ["a.xlsx", "--contexte"], "« --contexte » est mal employée"],
  ["--json avec une valeur", ["a.xlsx", "--json=oui"], "« --json » est mal employée"],
])("%s : le message et l'aide, rien sur la sortie, code 2", async (_, args, message) => {
  const { code, sortie, erreurs } = await lancer(args);
  expect({ code, sortie }).toEqual({ code: 2, sortie: "" });
  expect(erreurs).toContain(message);
  expect(erreurs).toContain("Usage : npm run -s controler");
});
