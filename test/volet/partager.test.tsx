import { screen, waitFor, within } from "@testing-library/react";
import type { FormuleLue } from "../../src/classeur";
import { ecrireXlsx, lireXlsx } from "../../src/fichier";
import { classeurDe, feuilleDe } from "../fichier/fabriques";
import { PLAQUETTE } from "../outils/feuille-lue";
import { erreurOffice, plusTard } from "./faux-classeur";
import { ouvrir, ouvrirEtControler } from "./ouvrir";

// L'onglet se charge à part : sa compilation n'est pas du temps d'un test.
beforeAll(() => import("../../src/volet/partager/onglet-partager"), 60_000);
jest.setTimeout(20_000);

/** Ce que le navigateur a reçu à télécharger. */
let recu: { nom: string; contenu: Blob } | null;

beforeEach(() => {
  recu = null;
  let contenu = new Blob();
  // jsdom n'a ni l'un ni l'autre, et ne télécharge rien.
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      contenu = blob;
      return "blob:copie";
    },
    revokeObjectURL: () => undefined,
  });
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement
  ) {
    if (this.download) recu = { nom: this.download, contenu };
  });
});

afterEach(() => jest.restoreAllMocks());

/** Deux formules converties, une figée, une laissée ; une ordinaire. */
async function classeurALire() {
  const cellules = [
    { ligne: 0, colonne: 0, valeur: 500 },
    { ligne: 0, colonne: 1, valeur: 165, formule: "=CMS.OBJECTIF(A1,5)" },
    { ligne: 1, colonne: 1, valeur: 330, formule: "=2*CMS.OBJECTIF(A1,5)" },
    { ligne: 2, colonne: 1, valeur: "33 %", formule: "=CMS.EXPLIQUER(A1,5)" },
    { ligne: 3, colonne: 1, valeur: { erreur: "#NAME?" }, formule: "=CMS.OBJECTIFS(A1,5)" },
    { ligne: 4, colonne: 1, valeur: 495, formule: "=SUM(B1:B2)" },
  ];
  const octets = await ecrireXlsx(classeurDe(feuilleDe({ nom: "Calcul", cellules })));
  return { nom: "CMS Val d'Orle.xlsx", octets };
}

async function partager() {
  const ouvert = await ouvrirEtControler(PLAQUETTE);
  const lu = await classeurALire();
  ouvert.classeur.lireClasseur.mockImplementation(() => Promise.resolve(lu));
  await ouvert.utilisateur.click(screen.getByRole("tab", { name: "Partager" }));
  return { ...ouvert, lu };
}

const compte = (libelle: string): string | null | undefined =>
  screen.getByText(libelle).closest("tr")?.querySelector("td")?.textContent;

describe("une copie", () => {
  test("l'aperçu : ce qui est converti, ce qui devient valeur, ce qui reste, où et pourquoi", async () => {
    const { classeur, utilisateur } = await partager();
    await screen.findByText("Formules CMS converties en formules ordinaires");
    expect(compte("Formules CMS converties en formules ordinaires")).toBe("2");
    expect(compte("Remplacées par leur valeur")).toBe("1");
    expect(compte("Laissées en formule CMS")).toBe("1");
    expect(screen.getByText(/rend une phrase/)).toBeInTheDocument();
    await utilisateur.click(screen.getByRole("button", { name: /Aller à la cellule.*Calcul.*B4/ }));
    expect(classeur.allerA).toHaveBeenCalledWith("Calcul", "B4");
    expect(recu).toBeNull();
  });

  test("téléchargée : le nom proposé, et ce que le classeur contient à ce moment", async () => {
    const { classeur, utilisateur } = await partager();
    expect(await screen.findByLabelText("Nom de la copie")).toHaveValue(
      "CMS Val d'Orle – sans complément.xlsx"
    );
    await screen.findByText("Remplacées par leur valeur");
    await utilisateur.click(screen.getByRole("button", { name: "Télécharger la copie" }));
    expect(await screen.findByText(/est remise au navigateur/)).toBeInTheDocument();
    expect(classeur.lireClasseur).toHaveBeenCalledTimes(2);
    expect(recu?.nom).toBe("CMS Val d'Orle – sans complément.xlsx");
    const octets = new Uint8Array(await lireBlob(recu?.contenu));
    const [feuille] = (await lireXlsx(octets)).feuilles;
    const formules = feuille?.cellules.map(({ formule }) => formule ?? "");
    expect(formules?.filter((formule) => formule.includes("CMS."))).toEqual([
      "=CMS.OBJECTIFS(A1,5)",
    ]);
  });

  test("valeurs seulement : toutes les formules, les ordinaires aussi", async () => {
    const { utilisateur } = await partager();
    await utilisateur.click(screen.getByLabelText(/valeurs seulement/));
    await screen.findByText("Noms, règles et colonnes convertis");
    expect(compte("Remplacées par leur valeur")).toBe("4");
    expect(screen.getByLabelText("Nom de la copie")).toHaveValue("CMS Val d'Orle – valeurs.xlsx");
  });

  test("pour un collègue : rien ne change, et c'est dit", async () => {
    const { utilisateur } = await partager();
    await utilisateur.click(screen.getByLabelText(/collègue/));
    expect(await screen.findByText(/Aucune formule ne change/)).toBeInTheDocument();
  });

  test("longue à préparer, elle s'arrête à la demande : rien n'est téléchargé", async () => {
    const { classeur, utilisateur, lu } = await partager();
    await screen.findByText("Remplacées par leur valeur");
    const lecture = plusTard<typeof lu>();
    classeur.lireClasseur.mockImplementationOnce(() => lecture.promesse);
    await utilisateur.click(screen.getByRole("button", { name: "Télécharger la copie" }));
    expect(await screen.findByRole("progressbar")).toBeInTheDocument();
    await utilisateur.click(screen.getByRole("button", { name: "Arrêter" }));
    lecture.tenir(lu);
    expect(await screen.findByText(/Préparation arrêtée/)).toBeInTheDocument();
    expect(classeur.lireClasseur.mock.lastCall?.[0]?.signal?.aborted).toBe(true);
    await utilisateur.click(screen.getByRole("button", { name: "Refaire l’aperçu" }));
    await screen.findByText("Remplacées par leur valeur");
    expect(recu).toBeNull();
  });

  test.each([
    ["a/b.xlsx", /Windows refuse/],
    ["copie", /finit par « .xlsx »/],
  ])("le nom « %s » est jugé, et ne se télécharge pas", async (nom, message) => {
    const { utilisateur } = await partager();
    const champ = await screen.findByLabelText("Nom de la copie");
    await screen.findByText("Remplacées par leur valeur");
    await utilisateur.clear(champ);
    await utilisateur.type(champ, nom);
    expect(screen.getByText(message)).toBeInTheDocument();
    await utilisateur.click(screen.getByRole("button", { name: "Télécharger la copie" }));
    expect(recu).toBeNull();
  });

  test("en valeurs, une formule ordinaire sans résultat enregistré n'est pas comptée comme une formule CMS", async () => {
    const { classeur, utilisateur } = await ouvrirEtControler(PLAQUETTE);
    const cellules = [{ ligne: 0, colonne: 0, valeur: null, formule: "=SUM(B1:B2)" }];
    const octets = await ecrireXlsx(classeurDe(feuilleDe({ nom: "Calcul", cellules })));
    classeur.lireClasseur.mockResolvedValue({ nom: "a.xlsx", octets });
    await utilisateur.click(screen.getByRole("tab", { name: "Partager" }));
    await utilisateur.click(await screen.findByRole("radio", { name: /valeurs seulement/ }));
    await screen.findByText("Noms, règles et colonnes convertis");
    expect(compte("Laissées en formule")).toBe("1");
    expect(screen.queryByText("Laissées en formule CMS")).toBeNull();
  });

  test("là où Excel ne donne pas son fichier : pourquoi, quoi faire, et le rapport à l'écran", async () => {
    const { classeur, utilisateur } = await ouvrirEtControler(PLAQUETTE);
    classeur.lireClasseur.mockRejectedValue(erreurOffice("CopieInconnue"));
    classeur.lireFormules.mockResolvedValue({ formules: [VIVANTE, PHRASE], tropGrandes: [] });
    await utilisateur.click(screen.getByRole("tab", { name: "Partager" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Enregistrez vous-même une copie");
    expect(compte("Formules CMS converties en formules ordinaires")).toBe("1");
    expect(compte("Laissées en formule CMS")).toBe("1");
  });

  test("un classeur illisible le dit", async () => {
    const { classeur, utilisateur } = await ouvrirEtControler(PLAQUETTE);
    classeur.lireClasseur.mockResolvedValue({ nom: "a.xlsx", octets: new Uint8Array([1, 2, 3]) });
    await utilisateur.click(screen.getByRole("tab", { name: "Partager" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Ce n’est pas un classeur .xlsx");
  });
});

const VIVANTE = lue("B1", "=CMS.OBJECTIF(A1,5)");
const PHRASE = lue("B2", "=CMS.EXPLIQUER(A1,5)");
const MORTE = lue("B3", "=_xldudf_CMS_OBJECTIF(A1,5)", "#NAME?");

function lue(adresse: string, formule: string, erreur: string | null = null): FormuleLue {
  return { feuille: "Calcul", adresse, formule, erreur };
}

describe("convertir dans ce classeur", () => {
  async function apercevoir(formules: FormuleLue[]) {
    const ouvert = await partager();
    ouvert.classeur.lireFormules.mockResolvedValue({ formules, tropGrandes: [] });
    await ouvert.utilisateur.click(await screen.findByText("Aperçu de la sélection…"));
    return ouvert;
  }

  test("l'aperçu n'écrit rien ; la confirmation nomme le nombre ; le retour rend les formules", async () => {
    const { classeur, utilisateur } = await apercevoir([VIVANTE, PHRASE]);
    expect(classeur.lireFormules).toHaveBeenLastCalledWith("selection");
    await screen.findByText("Intactes, en formule CMS");
    expect(compte("À remplacer par des formules ordinaires")).toBe("1");
    expect(classeur.remplacerFormules).not.toHaveBeenCalled();

    await utilisateur.click(screen.getByRole("button", { name: "Remplacer 1 formule" }));
    expect(await screen.findByText(/1 formule remplacée/)).toBeInTheDocument();
    const [[remplacement]] = classeur.remplacerFormules.mock.lastCall ?? [[]];
    expect(remplacement).toMatchObject({ adresse: "B1", avant: "=CMS.OBJECTIF(A1,5)" });
    expect(remplacement?.apres).not.toContain("CMS");

    await utilisateur.click(screen.getByRole("button", { name: "Rétablir les formules CMS" }));
    expect(await screen.findByText(/1 formule rétablie/)).toBeInTheDocument();
    expect(classeur.remplacerFormules).toHaveBeenLastCalledWith([
      { ...remplacement, avant: remplacement?.apres, apres: remplacement?.avant },
    ]);
  });

  test("renoncer n'écrit rien et garde le focus", async () => {
    const { classeur, utilisateur } = await apercevoir([VIVANTE]);
    await utilisateur.click(await screen.findByRole("button", { name: "Renoncer" }));
    expect(screen.getByRole("button", { name: "Aperçu de la sélection…" })).toHaveFocus();
    expect(classeur.remplacerFormules).not.toHaveBeenCalled();
  });

  test("rien à convertir : c'est dit", async () => {
    await apercevoir([]);
    expect(await screen.findByText(/Aucune formule CMS dans la sélection/)).toBeInTheDocument();
  });

  test("une cellule changée entre-temps est nommée, et rien n'est écrit", async () => {
    const { classeur, utilisateur } = await apercevoir([VIVANTE]);
    classeur.remplacerFormules.mockImplementation(([premiere]) =>
      Promise.resolve({ faite: false, changees: premiere ? [premiere] : [] })
    );
    await utilisateur.click(await screen.findByRole("button", { name: "Remplacer 1 formule" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(/1 cellule a changé.*B1/);
  });
});

describe("mon poste, depuis l'aide, sans rien contrôler", () => {
  async function verifier(formules: FormuleLue[]) {
    const ouvert = ouvrir(PLAQUETTE);
    ouvert.classeur.lireFormules.mockResolvedValue({ formules, tropGrandes: [] });
    await ouvert.utilisateur.click(screen.getByRole("button", { name: "Aide des fonctions" }));
    await ouvert.utilisateur.click(await screen.findByText("Vérifier mon poste"));
    const lignes = await screen.findByText("Fonctions CMS", { selector: "th *" });
    return { ...ouvert, tableau: lignes.closest("table") as HTMLElement };
  }

  test("des cellules mortes : le remède les récrit telles quelles, puis vérifie", async () => {
    const { classeur, utilisateur, tableau } = await verifier([VIVANTE, MORTE]);
    expect(within(tableau).getByText("1 sur 2 à l’arrêt")).toBeInTheDocument();
    expect(classeur.remplacerFormules).not.toHaveBeenCalled();
    classeur.lireFormules.mockResolvedValue({ formules: [VIVANTE], tropGrandes: [] });
    await utilisateur.click(screen.getByRole("button", { name: "Remettre 1 formule en marche" }));
    expect(classeur.remplacerFormules).toHaveBeenCalledWith([
      {
        feuille: "Calcul",
        adresse: "B3",
        avant: "=_xldudf_CMS_OBJECTIF(A1,5)",
        apres: "=CMS.OBJECTIF(A1,5)",
      },
    ]);
    expect(await screen.findByText(/1 formule récrite\..*se calculent/)).toBeInTheDocument();
    await waitFor(() => expect(screen.getByText("Vérifier mon poste")).toHaveFocus());
  });

  test("une fonction que le complément n'a pas n'est pas récrite, et est nommée", async () => {
    const { classeur } = await verifier([lue("B4", "=CMS.OBJECTIFF(A1,5)", "#NAME?")]);
    expect(screen.getByText(/pas de fonction CMS\.OBJECTIFF/)).toBeInTheDocument();
    expect(screen.queryByText(/en marche$/)).not.toBeInTheDocument();
    expect(classeur.remplacerFormules).not.toHaveBeenCalled();
  });

  test("aucune cellule CMS : comment essayer, sans que le volet écrive", async () => {
    await verifier([]);
    expect(screen.getByText(/tapez =CMS\.VERSION\(\)/)).toBeInTheDocument();
  });

  test("ce qui manque à cet Excel dit ce qui ne marchera pas", async () => {
    const { classeur, utilisateur } = ouvrir(PLAQUETTE);
    classeur.verifierPoste.mockResolvedValue({
      ensembles: [{ nom: "CompressedFile", version: "1.1", present: false }],
      calculAutomatique: false,
    });
    await utilisateur.click(screen.getByRole("button", { name: "Aide des fonctions" }));
    await utilisateur.click(await screen.findByText("Vérifier mon poste"));
    expect(await screen.findByText(/Enregistrez vous-même une copie/)).toBeInTheDocument();
    expect(screen.getByText(/F9 recalcule/)).toBeInTheDocument();
  });
});

/** jsdom n'a pas `Blob.arrayBuffer`. */
function lireBlob(blob = new Blob()): Promise<ArrayBuffer> {
  return new Promise((resoudre) => {
    const lecteur = new FileReader();
    lecteur.onload = () => resoudre(lecteur.result as ArrayBuffer);
    lecteur.readAsArrayBuffer(blob);
  });
}
