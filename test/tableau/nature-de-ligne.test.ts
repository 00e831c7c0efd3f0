import {
  additionVerticale,
  estUnCommentaire,
  estUnGroupe,
  estUnSousTotal,
  estUnTotal,
  estUneVille,
  metHorsContrat,
  ressembleAUnNom,
} from "../../src/tableau/nature-de-ligne";

describe("un total", () => {
  test.each([
    "Total",
    "TOTAL EPCI",
    "Le total",
    "Les totaux",
    "Totaux",
    "Total (12 communes)",
    "Ensemble de l'EPCI",
    "Somme",
    "Cumul",
    "Tot.",
    "S/T Nord",
    "ST",
    "St 1",
    "ST 2 (nord)",
    "ST total",
    "St secteur Est",
    "St nord",
    "Sous-total",
    "sous total",
    "Grand total",
    "S-total",
    "S/total",
    "Val d'Or total",
    "Val d'Or - Total général",
    "Toutes communes",
    "Toutes les communes",
    "EPCI",
    "L'EPCI",
    "EPT",
    "L'agglo",
    "La agglomération",
    "Interco",
    "L'intercommunalité",
    "La communauté",
    "Le département",
    "Métropole",
    "Global",
    "Récap",
    "Récapitulatif",
    "Σ",
  ])("« %s »", (nom) => expect(estUnTotal(nom)).toBe(true));

  test.each([
    "",
    "Alpha",
    "Somme-Vesle",
    "Totalement neuf",
    "Val-Total-Bourg",
    "St Rémy",
    "Le St",
    "Saint-Ensemble",
    "Bord de Somme",
    "Toutes communes déficitaires",
    "Voir toutes les communes",
    "Agglo du Val",
    "Bourg l'EPCI",
    "Metropole Ville",
    "Totalité",
  ])("« %s » n'en est pas un", (nom) => expect(estUnTotal(nom)).toBe(false));
});

describe("un sous-total", () => {
  test.each(["Sous-total", "Sous total Nord", "SOUS-TOT.", "s/total", "S. total", "S/T", "ST 1"])(
    "« %s »",
    (nom) => expect(estUnSousTotal(nom)).toBe(true)
  );
  test.each(["Total", "Grand total", "Voir sous-total", "Sous-Bois", "Stains", "le s/t", "Bost"])(
    "« %s » n'en est pas un",
    (nom) => expect(estUnSousTotal(nom)).toBe(false)
  );
});

describe("la ville, total de ses arrondissements", () => {
  test.each(["Paris", "LYON", "Marseille", "Ville de Paris", "Ville Lyon", "Commune de Marseille"])(
    "« %s »",
    (nom) => expect(estUneVille(nom)).toBe(true)
  );
  test.each(["", "Paris 1er", "Grand Paris", "Bordeaux", "Cité de Lyon", "Paris-l'Hôpital"])(
    "« %s » ne l'est pas",
    (nom) => expect(estUneVille(nom)).toBe(false)
  );
});

describe("un groupe de communes", () => {
  test.each([
    "CC du Val",
    "Secteur Nord",
    "Sous-secteurs",
    "Pôle urbain",
    "Bassin de vie",
    "Canton 3",
    "Zone A",
    "Territoire est",
    "1re couronne",
    "Première couronne",
    "Deuxième couronne",
    "3e couronne",
  ])("« %s »", (nom) => expect(estUnGroupe(nom)).toBe(true));
  test.each(["Alpha", "Secteurville", "Polenville", "Le Bassin", "4e couronne", "Couronne"])(
    "« %s » n'en est pas un",
    (nom) => expect(estUnGroupe(nom)).toBe(false)
  );
});

describe("un commentaire", () => {
  test.each([
    "Moyenne",
    "Rappel 2023-2025",
    "Solde",
    "Écart",
    "Équilibre",
    "Vérification",
    "dont PLAI",
    "PLAI",
    "PLUS :",
    "- PLS",
    "Pour mémoire : Delta",
    "p.m.",
    "Planchers",
    "Source : DDT",
    "Note 1",
    "Légende",
    "Signatures",
    "Fait à Alpha",
    "Fait le 3 mars",
    "Le maire",
    "La préfète",
    "Le président,",
    "Pour la commune",
    "Reste à répartir",
    "À répartir",
    "% de PLAI",
    "* provisoire",
    "** provisoire",
    "(1) inventaire provisoire",
    "(*) à confirmer",
    "> 4 points",
    "≥ 2",
    "< 2 points",
    "• Accord du maire",
    "2 à 4 points",
    "moins de 2 pts",
    "4 pt",
    "–",
    "",
  ])("« %s »", (nom) => expect(estUnCommentaire(nom)).toBe(true));

  test.each([
    "Alpha",
    "Plancher-Bas",
    "Rappelville",
    "Solde-la-Rivière",
    "La Moyenne",
    "Bourg-Note",
    "Le Mairet",
    "Le Pré",
    "Pointville",
    "Val 2 points d'eau",
    "A > B",
  ])("« %s » n'en est pas un", (nom) => expect(estUnCommentaire(nom)).toBe(false));
});

describe("des communes hors contrat", () => {
  test.each([
    "Communes exemptées",
    "Commune exempte",
    "Exemption",
    "Exemptions 2026",
    "Pour mémoire",
    "Hors contrat",
    "hors CMS",
    "Hors mutualisation",
    "Non déficitaires",
    "Communes non soumises",
    "Commune non concernée",
  ])("« %s »", (titre) => expect(metHorsContrat(titre)).toBe(true));
  test.each(["Communes", "Secteur Nord", "Exemplaire", "Hors-la-Ville", "Nonville"])(
    "« %s » n'en annonce pas",
    (titre) => expect(metHorsContrat(titre)).toBe(false)
  );
});

describe("un nom de commune sans chiffres", () => {
  test.each(["Alpha", "Saint-Rémy", "L'Haÿ-les-Roses", "Le Mesnil sur Aube"])("« %s »", (nom) =>
    expect(ressembleAUnNom(nom)).toBe(true)
  );
  test.each([
    "Secteur Nord",
    "Communes relevées",
    "Carencées",
    "Nouvelles entrantes",
    "Entrantes",
    "Exemptées",
    "Exemptions",
    "Déficitaires",
    "Non soumises",
    "Unité urbaine de Poitiers",
    "Arrondissement de Poitiers",
    "Prioritaires",
    "Mutualisation",
    "Abaissement",
    "Droit commun",
    "Nord",
    "CMS 2026",
    "Communes :",
    "Alpha : ",
    "1. Alpha",
    "– Alpha",
    "Alpha (Aube)",
    "CC du Val d'Or",
    "Moyenne",
    "Ceux qui ont donné leur accord en mars",
  ])("« %s » n'en a pas l'air", (nom) => expect(ressembleAUnNom(nom)).toBe(false));

  test("six mots au plus", () => {
    expect(ressembleAUnNom("Saint Jean de la Porte Haute")).toBe(true);
    expect(ressembleAUnNom("Saint Jean de la Porte Haute Vieille")).toBe(false);
  });
});

describe("une formule qui additionne des cellules l'une sous l'autre", () => {
  test.each([
    "=SUM(B2:B9)",
    "=+SUM(B2:B9)",
    "=SOMME(B2:B9)",
    "=sum( $B$2 : $B$9 )",
    "=SUM(AB2,AB5;AB9)",
    "=SUM(B2:B9)+B12",
    "=B2+B3",
    "=+B2+B3+B14",
    "=AB12+AB13",
    "=SUBTOTAL(9,B2:B9)",
    "=+SUBTOTAL(109,B2:B9)",
    "=AGGREGATE(9,5,B2:B9)",
    "=SOUS.TOTAL(9;B2:B9)",
    "=SUM(Tableau1[Objectif retenu])",
  ])("%s", (formule) => expect(additionVerticale(formule)).toBe(true));

  test.each([
    undefined,
    "",
    "=SUM(E2:F2)",
    "=SUM(B2:C9)",
    "=SUM(B2)",
    "=B2",
    "=B2+C2",
    "=B2*B3",
    "=B2-B3",
    "=B2+B2",
    "=B2+3",
    "=ROUND(SUM(B2:B9),0)",
    "=ROUND(B2+B3,0)",
    "=B2+B3*2",
    "=2*SUM(B2:B9)",
    "=SUM(B2:B9)/2",
    "=ROUND(SUBTOTAL(9,B2:B9),0)",
    "=SUM(T[Objectif])*2",
    "=N(SUM(T[Objectif]))",
    "=SUM(T[@[PLAI]:[PLS]])",
    "=SUM(T[[#This Row],[PLAI]:[PLS]])",
    "=SUMIF(Projets[Commune],A2,Projets[LLS])",
    "=SOMME.SI.ENS(Projets[LLS];Projets[Commune];[@Commune])",
    "=SUM(B2:B9,Feuil2!B2)",
    "SUM(B2:B9)",
  ])("%s n'en est pas une", (formule) => expect(additionVerticale(formule)).toBe(false));
});
