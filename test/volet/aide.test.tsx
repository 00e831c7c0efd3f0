import { render, screen } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { FONCTIONS_AIDE } from "../../src/fonctions";
import { VERIFICATION } from "../../src/regles";
import { chercher } from "../../src/volet/aide/chercher";
import { Barriere } from "../../src/volet/barriere";
import { HorsExcel } from "../../src/volet/hors-excel";
import { PiedDePage } from "../../src/volet/pied-de-page";
import { quelTheme } from "../../src/volet/theme";
import { PLAQUETTE } from "../outils/feuille-lue";
import { ouvrir } from "./ouvrir";

async function ouvrirLAide() {
  const ouvert = ouvrir(PLAQUETTE);
  await ouvert.utilisateur.click(screen.getByRole("button", { name: "Aide des fonctions" }));
  const champ = await screen.findByLabelText("Chercher une fonction");
  return { ...ouvert, champ };
}

/** Déplie l'aide d'une fonction. */
async function deplier(utilisateur: UserEvent, nom: string): Promise<void> {
  await utilisateur.click(screen.getByRole("button", { name: new RegExp(`^${nom}(?![.A-Z])`) }));
}

const INSERER = "Insérer =CMS.OBJECTIF(500;5) dans la cellule sélectionnée";

describe("l'aide", () => {
  test("reçoit le focus, et le rend à son bouton", async () => {
    const { champ, utilisateur } = await ouvrirLAide();
    expect(champ).toHaveFocus();
    await utilisateur.click(screen.getByRole("button", { name: "Fermer l’aide" }));
    expect(screen.getByRole("button", { name: "Aide des fonctions" })).toHaveFocus();
    expect(screen.getByRole("button", { name: "Contrôler cette feuille" })).toBeVisible();
  });

  test("cherche sans égard aux accents, et compte", async () => {
    const { champ, utilisateur } = await ouvrirLAide();
    await utilisateur.type(champ, "equilibre");
    expect(screen.getByRole("heading", { name: /^CMS\.EQUILIBRE/ })).toBeInTheDocument();
    expect(screen.queryByRole("heading", { name: /^CMS\.TAUX\.LS/ })).not.toBeInTheDocument();
    const trouvees = screen.getAllByRole("heading", { level: 3 }).length;
    expect(screen.getByText(new RegExp(`^${trouvees} fonctions?\\.`))).toHaveAttribute(
      "role",
      "status"
    );
  });

  test("la liste est repliée ; dépliée, une fonction dit ses arguments, ses erreurs et son article", async () => {
    const { utilisateur } = await ouvrirLAide();
    expect(screen.queryByRole("button", { name: INSERER })).not.toBeInTheDocument();
    await deplier(utilisateur, "CMS.OBJECTIF");
    const parties = screen.getAllByRole("heading", { level: 4 }).map((titre) => titre.textContent);
    expect(parties).toEqual(["Exemples", "Arguments", "En cas d’erreur", "À savoir"]);
    expect(screen.getByText("taux_retenu (facultatif)")).toBeInTheDocument();
    expect(screen.getByText(/^Un taux retenu sous le plancher/)).toBeInTheDocument();
    expect(screen.getByText(/^art\. L\. 302-8, VII du CCH/)).toBeInTheDocument();
  });

  test("un résultat de plusieurs cellules se montre en tableau", async () => {
    const { utilisateur } = await ouvrirLAide();
    await deplier(utilisateur, "CMS.OBJECTIF");
    const [tableau] = screen.getAllByRole("table");
    expect(tableau?.querySelectorAll("tr")).toHaveLength(2);
    expect(tableau).toHaveTextContent("16599");
  });

  test("insère l'exemple, en écriture internationale", async () => {
    const { classeur, utilisateur } = await ouvrirLAide();
    await deplier(utilisateur, "CMS.OBJECTIF");
    await utilisateur.click(screen.getByRole("button", { name: INSERER }));
    expect(classeur.insererFormule).toHaveBeenCalledWith("=CMS.OBJECTIF(500,5)", undefined);
    expect(await screen.findByText("Formule écrite dans Feuil1!A1.")).toBeInTheDocument();
  });

  test("n'écrase une cellule qu'après une confirmation qui la nomme", async () => {
    const { classeur, utilisateur } = await ouvrirLAide();
    const occupee = { faite: false, adresse: "Feuil1!B4", contenu: "12" } as const;
    classeur.insererFormule.mockResolvedValueOnce(occupee);
    await deplier(utilisateur, "CMS.OBJECTIF");
    await utilisateur.click(screen.getByRole("button", { name: INSERER }));
    await utilisateur.click(await screen.findByRole("button", { name: "Remplacer Feuil1!B4" }));
    expect(classeur.insererFormule).toHaveBeenLastCalledWith("=CMS.OBJECTIF(500,5)", "Feuil1!B4");
  });
});

describe("chercher", () => {
  const noms = (demande: string): string[] =>
    chercher(FONCTIONS_AIDE, demande).map(({ nom }) => nom);

  test("sans rien demander, toutes", () => {
    expect(noms(" ")).toHaveLength(FONCTIONS_AIDE.length);
  });

  test.each([
    ["le nom", "taux.ls", "CMS.TAUX.LS"],
    ["la description, tous les mots", "ecart points", "CMS.ECART"],
    ["un argument", "taux_retenu", "CMS.OBJECTIF"],
    ["un mot proposé", "entrante-cours", "CMS.OBJECTIF"],
    ["un article", "302-8, III", "CMS.PLAI.MIN"],
    ["un exemple", "20;14,5", "CMS.ECART"],
    ["une apostrophe du clavier", "l'entier", "CMS.PLAI.MIN"],
  ])("dans %s : %s", (_ou, demande, attendue) => {
    expect(noms(demande)).toContain(attendue);
    expect(noms(demande).length).toBeLessThan(FONCTIONS_AIDE.length);
  });

  test("un mot absent n'en laisse aucune", () => {
    expect(noms("ecart girafe")).toEqual([]);
  });
});

describe("le pied de page", () => {
  const verifie = VERIFICATION.verifieLe;
  const unAnApres = `${Number(verifie.slice(0, 4)) + 1}${verifie.slice(4)}`;

  test("tant que la vérification a moins d'un an, ne rappelle rien", () => {
    render(<PiedDePage resultat={null} jour={verifie} />);
    expect(screen.getByRole("contentinfo")).not.toHaveTextContent("n’a pas été vérifié");
  });

  test("passé un an, dit ce qui n'est plus sûr et que faire", () => {
    render(<PiedDePage resultat={null} jour={unAnApres} />);
    expect(screen.getByRole("contentinfo")).toHaveTextContent(
      /n’a pas été vérifié depuis le .*Relisez l’article L\. 302-8 sur Légifrance/
    );
  });
});

describe("le thème", () => {
  const blanc = { bodyBackgroundColor: "#FFFFFF", bodyForegroundColor: "#262626" };
  const gris = { bodyBackgroundColor: "#262626", bodyForegroundColor: "#FFFFFF" };
  const noir = { bodyBackgroundColor: "#000000", bodyForegroundColor: "#FFFFFF" };

  test.each([
    ["Office clair l'emporte sur le système", blanc, true, false, "clair"],
    ["Office sombre l'emporte sur le système", gris, false, false, "sombre"],
    ["Office noir et blanc", noir, false, false, "contraste"],
    ["sans thème d'Office, système clair", undefined, false, false, "clair"],
    ["sans thème d'Office, système sombre", undefined, true, false, "sombre"],
    ["contraste forcé", blanc, false, true, "contraste"],
  ] as const)("%s", (_, office, sombre, force, attendu) => {
    expect(quelTheme(office, sombre, force)).toBe(attendu);
  });
});

test("hors d'Excel, un mot d'accueil dit quoi faire", () => {
  render(<HorsExcel />);
  expect(screen.getByText(/Ouvrez un classeur dans Excel/)).toBeInTheDocument();
});

test("une panne du volet montre un repli, avec de quoi la signaler", () => {
  const panne = new Error("panne d'essai");
  const silence = jest.spyOn(console, "error").mockImplementation();
  function EnPanne(): never {
    throw panne;
  }
  render(
    <Barriere>
      <EnPanne />
    </Barriere>
  );
  expect(screen.getByRole("alert")).toHaveTextContent("panne d'essai");
  expect(screen.getByRole("button", { name: "Rouvrir le volet" })).toBeInTheDocument();
  silence.mockRestore();
});
