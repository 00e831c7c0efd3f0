import { executer } from "../outils/cas";

const simplifier = (texte: unknown): string => String(texte).replace(/[\u00A0\u202F]/g, " ");
const expliquer = async (arguments_: string): Promise<string> =>
  simplifier(await executer(`=CMS.EXPLIQUER(${arguments_})`));

test("le droit commun, dans la voix d'un agent", async () => {
  expect(await expliquer('500;5;;;;"2023-2025"')).toBe(
    "500 logements manquants × 33 % (écart de 5 points, supérieur à 4) = 165 ; art. L. 302-8, VII du CCH."
  );
});

test("au plancher, elle dit que rien n'y oblige", async () => {
  expect(await expliquer('500;5;"abaissant"')).toContain("n’a rien d’automatique");
});

test("un arrondi est dit, avec l'absence de texte", async () => {
  expect(await expliquer("620;5")).toContain("aucun texte ne fixe l’arrondi");
  expect(await expliquer("500;5")).not.toContain("arrondi");
});

test("à 4 points exactement, elle signale la contradiction du guide", async () => {
  expect(await expliquer("500;4")).toContain("annexe 2 du guide");
  expect(await expliquer("500;3,9")).not.toContain("annexe 2");
});

test("la période en cours est dite à confirmer, la précédente non", async () => {
  expect(await expliquer("500;5")).toContain("à confirmer sur Légifrance");
  expect(await expliquer('500;5;;;;"2023-2025"')).not.toContain("confirmer");
});

test("une nouvelle entrante : quel que soit l'écart", async () => {
  expect(await expliquer('500;5;"entrante-1"')).toMatch(/× 15 %.*quel que soit l’écart.*VIII/);
});

test("un abaissement au-dessus du taux légal est un rehaussement", async () => {
  expect(await expliquer('500;5;"abaissant";0,4')).toContain("rehaussement");
});

test("un refus se lit au lieu d'une erreur", async () => {
  expect(await expliquer("500;0,25-0,2")).toContain("Saisissez 5");
  expect(await expliquer('500;5;"abaisant"')).toContain("n’est pas reconnu");
});

test("sans logement manquant, l'objectif est 0", async () => {
  expect(await expliquer("0;-1")).toContain("Aucun logement manquant");
});

test("au plancher mutualisant, les deux lectures se disent quand elles diffèrent", async () => {
  expect(await expliquer('500;5;"mutualisant"')).toContain(
    "Plancher lu dans le guide : 85 ; dans la loi (la moitié de l’objectif légal ; art. L. 302-8, X, al. 2 du CCH) : 83."
  );
  expect(await expliquer('500;3;"mutualisant"')).not.toContain("Plancher lu");
  expect(await expliquer('500;5;"mutualisant";0,3')).not.toContain("Plancher lu");
  expect(await expliquer('500;5;"abaissant"')).not.toContain("Plancher lu");
});

test("une commune relevée : son accord est requis", async () => {
  expect(await expliquer('500;5;"mutualisant";0,4')).toMatch(
    /Au-dessus du taux légal \(33 %\).*accord.*X, al\. 4/
  );
  expect(await expliquer('500;5;"mutualisant";0,33')).not.toContain("accord");
});

test("au-dessus des manquants, elle le dit", async () => {
  const avertissement = "au-dessus du nombre de logements manquants";
  expect(await expliquer('100;5;"mutualisant";1,2')).toContain(avertissement);
  expect(await expliquer('100;5;"rehaussé";1,01')).toContain(avertissement);
  expect(await expliquer('100;5;"rehaussé";1')).not.toContain(avertissement);
  expect(await expliquer('100;5;"abaissant";1,2')).toMatch(/dépasse 100 %/);
  expect(await expliquer('100;5;"rehaussé";33')).toMatch(/dépasse 200 %.*33 %/);
});

test("un rehaussement dit ses conditions", async () => {
  expect(await expliquer('500;5;"rehaussé";0,4')).toMatch(/préfet.*marché local.*accord du maire/);
  expect(await expliquer('500;5;"rehaussé";0,3')).toContain("Un objectif rehaussé ne descend pas");
});

test("une troisième période d'entrante est refusée pour elle-même", async () => {
  expect(await expliquer('500;5;"entrante-3"')).toMatch(/guide se tait.*« sans aménagement »/);
});
