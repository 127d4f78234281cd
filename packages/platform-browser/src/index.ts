export { type BrowserOptions, createBrowserPlatform } from "./platform.js";
