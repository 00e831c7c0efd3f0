import { chargerDecoupage } from "../../src/territoire";

jest.mock("../../src/territoire/decoupage-embarque", () => {
  throw new Error("ChunkLoadError");
});

test("un découpage qui ne se charge pas n'empêche rien", async () => {
  await expect(chargerDecoupage()).resolves.toBeNull();
});
