import { inventaireDe, periodeDe } from "../../src/tableau/periode";

describe("période triennale", () => {
  test.each([
    ["2002-2004", "2002-2004"],
    ["2026-2028", "2026-2028"],
    ["2026 - 2028", "2026-2028"],
    ["2026_2028", "2026-2028"],
    ["2026/2028", "2026-2028"],
    ["2026 et 2028", "2026-2028"],
    ["2026 au 2028", "2026-2028"],
    ["26-28", "2026-2028"],
    ["26 à 28", "2026-2028"],
    ["obj. 26-28, CMS", "2026-2028"],
    ["2026, 2027 et 2028", "2026-2028"],
    ["2026-2027-2028", "2026-2028"],
    ["2026/27/28", "2026-2028"],
    ["CMS 2023-2025 puis 2026-2028", "2026-2028"],
    ["CMS 2026-2028 (après 2023-2025)", "2026-2028"],
    ["9e période", "2026-2028"],
    ["9ème triennal", "2026-2028"],
    ["9 e période", "2026-2028"],
    ["1re puis 10e période triennale", "2029-2031"],
    ["8e période (2026-2028)", "2026-2028"],
    ["29e période", "2086-2088"],
  ])("« %s » est %s", (texte, periode) => expect(periodeDe(texte)).toBe(periode));

  test.each([
    "",
    "2026",
    "2025-2027",
    "2026-2029",
    "2026-2027",
    "1999-2001",
    "20 à 25 %",
    "20-22 %",
    "20/22%",
    "01/20/22",
    "1-20-22",
    "20/22/5",
    "1,20-22",
    "1.20-22",
    "20-22,5",
    "20-22.5",
    "20-22-1",
    "120-22",
    "0e période",
    "30e période",
    "99e période",
    "9e rang",
    "période 9",
  ])("« %s » n'en est pas une", (texte) => expect(periodeDe(texte)).toBeNull());
});

describe("année d'inventaire", () => {
  test.each([
    ["au 1er janvier 2025", 2025],
    ["au 1 er janvier 2025", 2025],
    ["1er janv. 2025", 2025],
    ["1er janv 2025", 2025],
    ["au 01/01/2025", 2025],
    ["au 01/01/25", 2025],
    ["au 1.1.2024", 2024],
    ["01-01-2023", 2023],
    ["1 / 1 / 2022", 2022],
    ["Inventaire 2025", 2025],
    ["inventaire SRU 2025", 2025],
    ["inventaire de 2025", 2025],
    ["inventaire du 2025", 2025],
    ["LLS (inventaire SRU de 2024)", 2024],
  ])("« %s » : %i", (texte, annee) => expect(inventaireDe(texte)).toBe(annee));

  test.each([
    "",
    "2025",
    "au 31/12/2025",
    "au 12/01/2025",
    "au 01/10/2025",
    "1er février 2025",
    "inventaires annuels",
    "inventaire 1999",
    "LLS 2025",
    "au 01/01/20255",
  ])("« %s » n'en dit pas", (texte) => expect(inventaireDe(texte)).toBeNull());
});
