export {
  teamsHighContrastTheme as contraste,
  webDarkTheme as sombre,
} from "@fluentui/react-components";
