export { seedDemo, type Demo, type DemoMail } from './seed-demo.ts';
