import { cleDIntercommunalite, cleDeCommune } from "../../src/territoire/cles";

describe("une même commune, écrite de plusieurs façons", () => {
  test.each([
    ["Saint-Étienne-du-Rouvray", "ST ETIENNE DU ROUVRAY"],
    ["Sainte-Foy-lès-Lyon", "Ste Foy les Lyon"],
    ["Le Havre", "Havre (Le)"],
    ["L'Haÿ-les-Roses", "Haÿ-les-Roses (L’)"],
    ["Buxerolles", " Buxerolles (86)"],
    ["Œting", "Oeting"],
    ["Château-d'Œx", "Château-d’Oex"],
  ])("%s : « %s »", (officielle, ecrite) => {
    expect(cleDeCommune(ecrite)).toBe(cleDeCommune(officielle));
  });

  test.each([
    ["Saint-Denis", "Saint-Denis-lès-Bourg"],
    ["La Rochelle", "Rochelle"],
    ["Staffelfelden", "Saintaffelfelden"],
  ])("« %s » n'est pas « %s »", (une, autre) => {
    expect(cleDeCommune(une)).not.toBe(cleDeCommune(autre));
  });
});

describe("une même intercommunalité, écrite de plusieurs façons", () => {
  test.each([
    ["CA du Grand Dax", "Communauté d'agglomération du Grand Dax"],
    ["CA du Grand Dax", "Grand Dax Agglo"],
    ["CA du Grand Avignon (COGA)", "CA GRAND AVIGNON"],
    ["CC Coeur de Lozère", "Communauté de communes Cœur de Lozère"],
    ["CU Le Mans Métropole", "Le Mans Métropole"],
    ["Métropole Rouen Normandie", "Rouen-Normandie"],
    ["CC du Pays de Pontchâteau St-Gildas-des-Bois", "Pays de Pontchâteau Saint Gildas des Bois"],
  ])("%s : « %s »", (officielle, ecrite) => {
    expect(cleDIntercommunalite(ecrite)).toBe(cleDIntercommunalite(officielle));
  });

  test.each([
    ["CC du Val de Saône", "CC du Val de Vienne"],
    ["CC des Quatre Rivières", "CC des Quatre Rivières en Bray"],
  ])("« %s » n'est pas « %s »", (une, autre) => {
    expect(cleDIntercommunalite(une)).not.toBe(cleDIntercommunalite(autre));
  });

  test("un nom réduit à sa nature n'en désigne aucune", () => {
    expect(cleDIntercommunalite("Communauté de communes")).toBe("");
  });
});
