import { render, screen } from "@testing-library/react";
import { chercher } from "../../src/volet/aide/chercher";
import { Barriere } from "../../src/volet/barriere";
import { HorsExcel } from "../../src/volet/hors-excel";
import { quelTheme } from "../../src/volet/theme";
import { PLAQUETTE } from "../outils/feuille-lue";
import { ouvrir } from "./ouvrir";

async function ouvrirLAide() {
  const ouvert = ouvrir(PLAQUETTE);
  await ouvert.utilisateur.click(screen.getByRole("button", { name: "Aide des fonctions" }));
  const champ = await screen.findByLabelText("Chercher une fonction");
  return { ...ouvert, champ };
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
    expect(screen.getByRole("heading", { name: "CMS.EQUILIBRE" })).toBeInTheDocument();
    expect(screen.queryByRole("heading", { name: "CMS.TAUX.LS" })).not.toBeInTheDocument();
    expect(screen.getByText(/^1 fonction\./)).toHaveAttribute("role", "status");
  });

  test("insère l'exemple, en écriture internationale", async () => {
    const { classeur, utilisateur } = await ouvrirLAide();
    await utilisateur.click(screen.getByRole("button", { name: INSERER }));
    expect(classeur.insererFormule).toHaveBeenCalledWith("=CMS.OBJECTIF(500,5)", undefined);
    expect(await screen.findByText("Formule écrite dans Feuil1!A1.")).toBeInTheDocument();
  });

  test("n'écrase une cellule qu'après une confirmation qui la nomme", async () => {
    const { classeur, utilisateur } = await ouvrirLAide();
    const occupee = { faite: false, adresse: "Feuil1!B4", contenu: "12" } as const;
    classeur.insererFormule.mockResolvedValueOnce(occupee);
    await utilisateur.click(screen.getByRole("button", { name: INSERER }));
    await utilisateur.click(await screen.findByRole("button", { name: "Remplacer Feuil1!B4" }));
    expect(classeur.insererFormule).toHaveBeenLastCalledWith("=CMS.OBJECTIF(500,5)", "Feuil1!B4");
  });
});

test("chercher : tous les mots, dans le nom, la description ou un exemple", () => {
  const fonctions = [
    { nom: "CMS.ECART", description: "Écart en points.", exemples: [{ fr: "=CMS.ECART(20;15)" }] },
    { nom: "CMS.VERSION", description: "La version.", exemples: [] },
  ];
  const noms = (demande: string): string[] => chercher(fonctions, demande).map(({ nom }) => nom);
  expect(noms("")).toHaveLength(2);
  expect(noms("écart points")).toEqual(["CMS.ECART"]);
  expect(noms("20;15")).toEqual(["CMS.ECART"]);
  expect(noms("ecart version")).toEqual([]);
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
