import { BAREMES, PERIODES, PERIODE_PAR_DEFAUT, VERIFICATION } from "../../src/regles/bareme";

test("les périodes se suivent sans trou ni chevauchement, par tranches de trois ans comptées de 2002", () => {
  let debut = BAREMES[PERIODES[0]].debut;
  for (const periode of PERIODES) {
    const bareme = BAREMES[periode];
    expect(bareme.periode).toBe(`${bareme.debut}-${bareme.fin}`);
    expect(bareme.debut).toBe(debut);
    expect(bareme.fin).toBe(debut + 2);
    expect((bareme.debut - 2002) % 3).toBe(0);
    debut += 3;
  }
});

test("sans période, la dernière couverte s'applique", () => {
  expect(PERIODE_PAR_DEFAUT).toBe(PERIODES.at(-1));
});

test("ce qui a été vérifié de la loi ne change qu'avec une relecture", () => {
  expect(VERIFICATION).toMatchObject({
    article: "L. 302-8 du code de la construction et de l’habitation",
    version: "LEGIARTI000045211201",
    redaction: "loi n° 2022-217 du 21 février 2022 (« 3DS »), article 68",
    enVigueurDepuis: "2022-02-23",
    suiviJusquau: "2025-07-02",
    releveDans: "guide DHUP de décembre 2022",
    nonLusMotAMot: ["VII", "VIII"],
  });
});

test.each([
  ["2020-2022", null, false],
  ["2023-2025", { date: "2022-01-01", confiance: "lue" }, false],
  ["2026-2028", { date: "2025-01-01", confiance: "deduite" }, true],
] as const)(
  "%s : inventaire %p ; à confirmer sur Légifrance : %s",
  (periode, inventaire, aConfirmer) => {
    expect(BAREMES[periode]).toMatchObject({ inventaire, aConfirmer });
  }
);
