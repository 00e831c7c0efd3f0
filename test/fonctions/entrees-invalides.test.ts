import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FONCTIONS_AIDE } from "../../src/fonctions";
import { lireAppel, simplifier } from "../outils/cas";
import { chargerSansExcel } from "../outils/fonctions";
import {
  ENTREES,
  EXCEPTIONS,
  FONCTIONS,
  type Attendu,
  type Entree,
  type Fonction,
} from "./entrees-invalides";

/** Chaque fonction, chaque argument, chaque mauvaise entrée : la bonne erreur, le bon texte, les voisines intactes. */

type Matrice = readonly (readonly unknown[])[] | null;
type Reponse = unknown[][];

let fonctions: Awaited<ReturnType<typeof chargerSansExcel>>;

beforeAll(async () => {
  fonctions = await chargerSansExcel();
});

const CHAQUE_FONCTION = Object.entries(FONCTIONS);
const CHAQUE_ARGUMENT = CHAQUE_FONCTION.flatMap(([id, fonction]) =>
  Object.keys(fonction.arguments).map((nom, rang) => ({ id, fonction, nom, rang }))
);
const ETALEES = CHAQUE_ARGUMENT.filter(({ fonction }) => estEtalee(fonction));
const EN_BLOC = CHAQUE_ARGUMENT.filter(({ fonction }) => fonction.sorte === "bloc");
/** Toutes les entrées d'une cellule, dans l'ordre de la table. */
const SAISIES = Object.entries(ENTREES) as [keyof typeof ENTREES, unknown][];

function estEtalee({ sorte }: Fonction): boolean {
  return sorte === "étalée" || sorte === "en lignes" || sorte === "phrase";
}

/** Les arguments d'un appel valide : ceux d'un exemple de l'aide. */
function base(id: string): Matrice[] {
  const nom = `CMS.${id.replaceAll("_", ".")}`;
  const exemples = FONCTIONS_AIDE.find((aide) => aide.nom === nom)?.exemples ?? [];
  const exemple = exemples[(FONCTIONS[id]?.exemple ?? 1) - 1];
  if (!exemple) throw new Error(`${nom} n'a pas cet exemple.`);
  const matrices: Matrice[] = lireAppel(exemple.fr).matrices;
  while (matrices.length < Object.keys(FONCTIONS[id]?.arguments ?? {}).length) matrices.push(null);
  return matrices;
}

/** La base, un argument changé. */
function avec(id: string, rang: number, matrice: Matrice): Matrice[] {
  return base(id).map((donnee, i) => (i === rang ? matrice : donnee));
}

/** La base, la première cellule d'un argument changée. */
function avecCellule(id: string, rang: number, cellule: unknown): Matrice[] {
  const [, ...suite] = base(id)[rang] ?? [];
  return avec(id, rang, [[cellule], ...suite]);
}

/** Une exception ne sort jamais d'une fonction : elle ferait ici échouer le test. */
async function appeler(id: string, matrices: Matrice[]): Promise<Reponse> {
  const reponse = await fonctions[id]?.(...matrices);
  return Array.isArray(reponse) ? (reponse as Reponse) : [[reponse]];
}

interface Erreur {
  code: string;
  message: string;
}

const CODES: Readonly<Record<string, string>> = { "#VALUE!": "#VALEUR!" };

/** Le refus d'une réponse, où qu'il soit, comme l'utilisateur le lit ; ou `null`. */
function refusDe(
  reponse: Reponse,
  sorte: Fonction["sorte"]
): { erreur: string; texte: string } | null {
  const erreur = reponse.flat().find((cellule) => cellule instanceof Error) as Erreur | undefined;
  if (erreur) return { erreur: CODES[erreur.code] ?? erreur.code, texte: lisible(erreur.message) };
  if (sorte !== "phrase") return null;
  const phrase = lisible(reponse[0]?.[0]);
  return /logements manquants × .* = /.test(phrase) ? null : { erreur: "", texte: phrase };
}

function lisible(texte: unknown): string {
  return String(simplifier(texte));
}

/** Ce qui sépare une réponse de ce qu'on en attend ; vide si tout va bien. */
function defauts(attendu: Attendu, reponse: Reponse, sorte: Fonction["sorte"]): string[] {
  const refus = refusDe(reponse, sorte);
  if (attendu === "acceptée") {
    return refus
      ? [`refusée : ${refus.texte}`]
      : reponse.flat().flatMap((cellule) => defautsDUneValeur(cellule));
  }
  if (!refus) return [`un refus attendu, obtenu ${JSON.stringify(reponse)}`];
  const trouves = defautsDuTexte(refus.texte);
  if (sorte !== "phrase" && refus.erreur !== attendu.erreur)
    trouves.push(`${attendu.erreur} attendu, obtenu ${refus.erreur} : ${refus.texte}`);
  let depuis = 0;
  for (const morceau of attendu.dit) {
    const place = refus.texte.indexOf(morceau, depuis);
    if (place < 0) trouves.push(`« ${morceau} » manque dans : ${refus.texte}`);
    else depuis = place + morceau.length;
  }
  return trouves;
}

function defautsDUneValeur(cellule: unknown): string[] {
  if (typeof cellule === "number") return Number.isFinite(cellule) ? [] : [`nombre ${cellule}`];
  if (typeof cellule === "boolean") return [];
  return typeof cellule === "string"
    ? defautsDeJargon(lisible(cellule))
    : [`cellule ${typeof cellule}`];
}

/** Trois phrases au moins : ce qui s'est passé, pourquoi, que faire ; et rien qui ne soit du français. */
function defautsDuTexte(texte: string): string[] {
  const phrases = texte.split(/(?<=[.?!])\s+(?=[A-ZÀÉÊ0-9«])/);
  return [
    ...(phrases.length < 3 ? [`moins de trois phrases : ${texte}`] : []),
    ...(texte.length > 600 ? [`plus de 600 signes : ${texte.slice(0, 80)}…`] : []),
    ...(/[.?!]$/.test(texte) ? [] : [`sans point final : ${texte}`]),
    ...defautsDeJargon(texte),
  ];
}

function defautsDeJargon(texte: string): string[] {
  return /undefined|\bNaN\b|null\b|Infinity|∞|\[object|\btrue\b|\bfalse\b|\d{16}|e\+\d/.test(texte)
    ? [`du jargon : ${texte}`]
    : [];
}

/** L'attendu d'une entrée : l'exception si elle est écrite, sinon celui de la nature de l'argument. */
function attenduDe(id: string, nom: string, entree: Entree): Attendu {
  const exception = EXCEPTIONS.find(
    ({ fonctions, argument, entrees }) =>
      fonctions.includes(id) && argument === nom && entrees.includes(entree)
  );
  const attendu = exception?.attendu ?? FONCTIONS[id]?.arguments[nom]?.attendus[entree];
  if (!attendu) throw new Error(`${id}.${nom} : rien n'est écrit pour « ${entree} ».`);
  return attendu;
}

describe("une table complète", () => {
  test("elle connaît chaque fonction et chaque argument du complément, dans l'ordre", () => {
    const { functions } = JSON.parse(readFileSync(join(__dirname, "functions.json"), "utf8")) as {
      functions: { id: string; parameters?: { name: string }[] }[];
    };
    const livrees = functions.map(({ id, parameters = [] }) => [
      id,
      parameters.map(({ name }) => name),
    ]);
    const eprouvees = CHAQUE_FONCTION.map(([id, { arguments: a }]) => [id, Object.keys(a)]);
    expect(Object.fromEntries(eprouvees)).toEqual(Object.fromEntries(livrees));
  });

  test("chaque exception vise un argument, et change vraiment sa réponse", () => {
    const inutiles = EXCEPTIONS.flatMap(({ fonctions, argument, entrees, attendu, raison }) =>
      fonctions.flatMap((id) =>
        entrees
          .filter((entree) => {
            const ordinaire = FONCTIONS[id]?.arguments[argument]?.attendus[entree];
            return !raison || !ordinaire || JSON.stringify(ordinaire) === JSON.stringify(attendu);
          })
          .map((entree) => `${id}.${argument} : ${entree}`)
      )
    );
    expect(inutiles).toEqual([]);
  });

  test.each(CHAQUE_FONCTION.map(([id, { sorte }]) => [id, sorte] as const))(
    "la base de %s est valide",
    async (id, sorte) => {
      expect(defauts("acceptée", await appeler(id, base(id)), sorte)).toEqual([]);
    }
  );
});

describe("chaque mauvaise entrée, dans une cellule", () => {
  test.each(CHAQUE_ARGUMENT.map((a) => [`${a.id} (${a.nom})`, a] as const))(
    "%s",
    async (_titre, { id, fonction: { sorte }, nom, rang }) => {
      const constats: string[] = [];
      const noter = async (entree: Entree, matrices: Matrice[]): Promise<void> => {
        const attendu = attenduDe(id, nom, entree);
        for (const defaut of defauts(attendu, await appeler(id, matrices), sorte))
          constats.push(`${entree} : ${defaut}`);
      };
      for (const [entree, cellule] of SAISIES) await noter(entree, avecCellule(id, rang, cellule));
      await noter("argument omis", avec(id, rang, null));
      expect(constats).toEqual([]);
    }
  );

  test.each(CHAQUE_ARGUMENT.map((a) => [`${a.id} (${a.nom})`, a] as const))(
    "%s : une cellule vide répond sur le web (null) comme au bureau (0)",
    async (_titre, { id, rang }) => {
      expect(await appeler(id, avecCellule(id, rang, null))).toEqual(
        await appeler(id, avecCellule(id, rang, 0))
      );
    }
  );
});

describe("une mauvaise ligne au milieu d'une colonne", () => {
  test.each(ETALEES.map((a) => [`${a.id} (${a.nom})`, a] as const))(
    "%s : les voisines sont intactes",
    async (_titre, { id, rang }) => {
      // Un texte vide vaut un argument omis : c'est la bonne valeur d'un argument que la base ne donne pas.
      const bonne = base(id)[rang]?.[0]?.[0] ?? "";
      const seule = await appeler(id, avecCellule(id, rang, bonne));
      for (const [, mauvaise] of SAISIES) {
        const colonne = await appeler(id, avec(id, rang, [[bonne], [mauvaise], [bonne]]));
        const attendue = await appeler(id, avecCellule(id, rang, mauvaise));
        expect(colonne).toEqual([seule[0], attendue[0], seule[0]]);
        expect(colonne.map(({ length }) => length)).toEqual(Array(3).fill(seule[0]?.length));
      }
    }
  );

  test.each(
    EN_BLOC.filter(({ fonction, nom }) => fonction.arguments[nom]?.forme === "colonne").map(
      (a) => [`${a.id} (${a.nom})`, a] as const
    )
  )("%s : tout est refusé, et le texte donne le numéro de la ligne", async (_titre, a) => {
    const { id, rang, fonction } = a;
    for (const [, mauvaise] of SAISIES.filter(
      ([entree]) => entree === "texte" || entree === "négatif"
    )) {
      const reponse = await appeler(
        id,
        enHauteur(id, fonction, 3, rang, [["bonne"], [mauvaise], ["bonne"]])
      );
      expect(reponse).toEqual([[expect.any(Error)]]);
      expect(lisible((reponse[0]?.[0] as Error).message)).toMatch(/^La ligne 2 .*Ligne 2 : /);
    }
  });
});

/** La base d'une fonction en bloc, ses colonnes portées à `hauteur` ; dans l'argument `rang`, « bonne » tient la place de sa valeur. */
function enHauteur(
  id: string,
  { arguments: a }: Fonction,
  hauteur: number,
  rang: number,
  colonne: unknown[][]
): Matrice[] {
  return base(id).map((matrice, i) => {
    const bonne = matrice?.[0]?.[0];
    if (matrice === null || Object.values(a)[i]?.forme !== "colonne") return matrice;
    if (i !== rang) return Array.from({ length: hauteur }, () => [bonne]);
    return colonne.map((ligne) => ligne.map((cellule) => (cellule === "bonne" ? bonne : cellule)));
  });
}

describe("la forme des plages", () => {
  const plusieurs = CHAQUE_FONCTION.filter(
    ([, f]) => estEtalee(f) && Object.keys(f.arguments).length > 1
  );

  test.each(plusieurs.map(([id, f]) => [id, Object.keys(f.arguments)] as const))(
    "%s : des tailles différentes refusent tout, et le texte dit lesquelles",
    async (id, noms) => {
      for (let rang = 1; rang < noms.length; rang++) {
        const matrices = base(id);
        const bonnes = [matrices[0]?.[0]?.[0], matrices[rang]?.[0]?.[0] ?? ""];
        matrices[0] = [[bonnes[0]], [bonnes[0]], [bonnes[0]]];
        matrices[rang] = [[bonnes[1]], [bonnes[1]]];
        const reponse = await appeler(id, matrices);
        const dit = [`« ${noms[0]} » : 3 × 1`, `« ${noms[rang]} » : 2 × 1`] as const;
        expect([noms[rang], defauts({ erreur: "#VALEUR!", dit }, reponse, "étalée")]).toEqual([
          noms[rang],
          [],
        ]);
        expect(reponse).toEqual([[expect.any(Error)]]);
      }
    }
  );

  test.each(
    ETALEES.filter(({ fonction }) => fonction.sorte !== "en lignes").map(
      (a) => [`${a.id} (${a.nom})`, a] as const
    )
  )("%s : une ligne de cellules s'étale en ligne", async (_titre, { id, rang }) => {
    const bonne = base(id)[rang]?.[0]?.[0] ?? "";
    const [[reponse] = []] = await appeler(id, avecCellule(id, rang, bonne));
    expect(await appeler(id, avec(id, rang, [[bonne, bonne]]))).toEqual([[reponse, reponse]]);
  });

  test.each(
    ETALEES.filter(({ fonction }) => fonction.sorte === "en lignes").map(
      (a) => [`${a.id} (${a.nom})`, a] as const
    )
  )(
    "%s : deux colonnes refusent tout, et le texte dit laquelle",
    async (_titre, { id, rang, nom }) => {
      const bonne = base(id)[rang]?.[0]?.[0] ?? "";
      const reponse = await appeler(id, avec(id, rang, [[bonne, bonne]]));
      expect(
        defauts(
          { erreur: "#VALEUR!", dit: [`« ${nom} » a 2 colonnes.`, "une seule colonne"] },
          reponse,
          "en lignes"
        )
      ).toEqual([]);
    }
  );

  test.each(EN_BLOC.map((a) => [`${a.id} (${a.nom})`, a] as const))(
    "%s : une matrice, ou une colonne trop haute, refuse tout, et le texte dit laquelle",
    async (_titre, { id, rang, nom }) => {
      const bonne = base(id)[rang]?.[0]?.[0] ?? "";
      const hauteur = base(id)[rang]?.length ?? 1;
      const haute = Array.from({ length: hauteur + 3 }, () => [bonne]);
      const refuse = async (matrice: Matrice, ...dit: [string]): Promise<void> => {
        const reponse = await appeler(id, avec(id, rang, matrice));
        expect(reponse).toEqual([[expect.any(Error)]]);
        expect(defauts({ erreur: "#VALEUR!", dit }, reponse, "bloc")).toEqual([]);
      };
      await refuse([[bonne, bonne]], `« ${nom} » : 1 × 2`);
      // La première colonne donne la hauteur des autres : trop haute, ce sont elles que le texte nomme.
      await refuse(haute, `${haute.length} × 1`);
    }
  );
});

test("un tableau qui n'en est pas un est « illisible », et la phrase dit quoi faire", async () => {
  for (const cellule of [null, ...SAISIES.map(([, saisie]) => saisie)]) {
    const reponse = await appeler("CONTROLE", [[[cellule]]]);
    expect(reponse).toEqual([["illisible", "", "", expect.any(String)]]);
    expect(defautsDuTexte(lisible(reponse[0]?.[3]))).toEqual([]);
  }
});
