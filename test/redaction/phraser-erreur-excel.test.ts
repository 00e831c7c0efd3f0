import { phraserErreurExcel } from "../../src/redaction";

test("une feuille inachevée qu'Excel n'a pas laissé retirer : la supprimer à la main", () => {
  const { quoi, queFaire } = phraserErreurExcel("FeuilleInachevee");
  expect(quoi).toMatch(/inachevée/);
  expect(queFaire).toMatch(/Supprimez à la main/);
});

test("un code inconnu ne prétend rien de la feuille inachevée", () => {
  expect(phraserErreurExcel("GeneralException").pourquoi).toMatch(/laissé comme il était/);
});
