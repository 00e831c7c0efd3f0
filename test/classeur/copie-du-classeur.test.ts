import { lireClasseur } from "../../src/classeur";

/** Ce que ni un Excel ni le classeur d'essai ne fait à la demande : refuser, ou rendre autre chose que ce qu'il annonce. */
function office({ sait = true, tranches }: { sait?: boolean; tranches: (number[] | "refus")[] }) {
  const closeAsync = jest.fn((rappel: (reponse: unknown) => void) => rappel(reussi(undefined)));
  const fichier = {
    size: 4,
    sliceCount: tranches.length,
    getSliceAsync: (rang: number, rappel: (reponse: unknown) => void) => {
      const data = tranches[rang];
      rappel(data === "refus" ? { status: "failed", error: { code: 5001 } } : reussi({ data }));
    },
    closeAsync,
  };
  Object.assign(globalThis, {
    Office: {
      FileType: { Compressed: "compressed" },
      AsyncResultStatus: { Succeeded: "succeeded" },
      context: {
        requirements: { isSetSupported: () => sait },
        document: {
          getFileAsync: (_type: unknown, _options: unknown, rappel: (reponse: unknown) => void) =>
            rappel(reussi(fichier)),
        },
      },
    },
    Excel: {
      run: (travail: (context: unknown) => unknown) =>
        travail({
          workbook: { name: "A.xlsx", load: () => undefined },
          sync: () => Promise.resolve(),
        }),
    },
  });
  return closeAsync;
}

function reussi(value: unknown) {
  return { status: "succeeded", value };
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, "Office");
  Reflect.deleteProperty(globalThis, "Excel");
});

test("les tranches, bout à bout, avec l'avancement", async () => {
  const closeAsync = office({ tranches: [[1, 2, 3], [4]] });
  const avancer = jest.fn();
  expect(await lireClasseur({ avancer })).toEqual({
    nom: "A.xlsx",
    octets: new Uint8Array([1, 2, 3, 4]),
  });
  expect(avancer.mock.calls).toEqual([[0.75], [1]]);
  expect(closeAsync).toHaveBeenCalledTimes(1);
});

test.each([
  ["une tranche refusée", [[1, 2], "refus"] as (number[] | "refus")[]],
  ["moins d'octets qu'annoncé", [[1, 2]]],
  [
    "plus d'octets qu'annoncé",
    [
      [1, 2, 3],
      [4, 5],
    ],
  ],
])("%s : une erreur, et le fichier est rendu à Excel", async (_, tranches) => {
  const closeAsync = office({ tranches });
  await expect(lireClasseur()).rejects.toMatchObject({ code: "CopieInterrompue" });
  expect(closeAsync).toHaveBeenCalledTimes(1);
});

test("un Excel qui ne sait pas donner son classeur : une erreur qui le dit", async () => {
  const closeAsync = office({ sait: false, tranches: [] });
  await expect(lireClasseur()).rejects.toMatchObject({ code: "CopieInconnue" });
  expect(closeAsync).not.toHaveBeenCalled();
});
